import { shiftRange, type OffsetRange } from '../text/offset-range.ts';
import { scanInline } from './heading-scanner.ts';
import type { Table, TableCell, TableRow } from './table.ts';

/**
 * Returns the tables in the text of a piece without parsing it;
 * null where only parsing can say, for it has more than a heading, plain paragraphs and tables whose rows are closed and of plain cells.
 */
export function scanTables(text: string): readonly Table[] | null {
  if (!text.includes('-')) return [];
  if (!text.includes('|')) return columnOfOne.test(text) ? null : [];
  if (text.includes('\r')) return null;
  const tables: Table[] = [];
  let rows: Line[] = [];
  let previous: LineKind = 'blank';
  for (const line of [...linesOf(text), { text: '', start: text.length }]) {
    const kind = kindOf(line);
    if (kind === 'other' || (kind === 'row' && previous === 'text')) return null;
    if (kind === 'row') rows.push(line);
    else if (previous === 'row') {
      const table = kind === 'blank' ? readTable(rows) : null;
      if (table === null) return null;
      tables.push(table);
      rows = [];
    }
    previous = kind;
  }
  return tables;
}

/** A delimiter row that needs no pipe. */
const columnOfOne = /:-|-:/;

/** A line without its ending, with its place. */
interface Line {
  readonly text: string;
  readonly start: number;
}

type LineKind = 'blank' | 'heading' | 'text' | 'row' | 'other';

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const last = end === -1 ? text.length : end;
    lines.push({ text: text.slice(start, last), start });
    start = last + 1;
  }
  return lines;
}

/** A line that starts with a letter begins or continues a paragraph, and nothing else. */
function kindOf({ text, start }: Line): LineKind {
  if (text === '') return 'blank';
  if (text.startsWith('|')) return text.length > 1 && text.endsWith('|') ? 'row' : 'other';
  if (start === 0 && /^#{1,6}[ \t]/.test(text)) return 'heading';
  return /^[A-Za-z][^|<]*$/.test(text) ? 'text' : 'other';
}

/** Returns the table that lines are; null where they may be none, or say more than is written. */
function readTable(lines: readonly Line[]): Table | null {
  const [first, delimiter, ...others] = lines;
  if (first === undefined || delimiter === undefined) return null;
  const header = readRow(first);
  if (header === null || !/^\|(?: *:?-+:? *\|)+$/.test(delimiter.text)) return null;
  if (header.cells.length !== delimiter.text.split('|').length - 2) return null;
  const rows = others.flatMap((line) => readRow(line) ?? []);
  if (rows.length < others.length) return null;
  const range = { start: first.start, end: rangeOf(lines.at(-1) ?? first).end };
  return { range, header, rows };
}

function readRow(line: Line): TableRow | null {
  const cells = readCells(line);
  return cells === null ? null : { range: rangeOf(line), cells };
}

function rangeOf({ text, start }: Line): OffsetRange {
  return { start, end: start + text.length };
}

/** A cell begins with the pipe before it; the last one of a row ends with the pipe after it. */
function readCells({ text, start }: Line): readonly TableCell[] | null {
  const cells: TableCell[] = [];
  for (let from = 0; from < text.length - 1;) {
    const to = text.indexOf('|', from + 1);
    const source = text.slice(from + 1, to);
    const shown = scanInline(source);
    if (shown === null || /[`\t]/.test(source)) return null;
    const before = source.length - source.trimStart().length;
    const content = { start: from + 1 + before, end: from + 1 + before + source.trim().length };
    const end = to === text.length - 1 ? to + 1 : to;
    cells.push({
      range: shiftRange({ start: from, end }, start),
      contentRange: shiftRange(content, start),
      text: shown,
    });
    from = to;
  }
  return cells;
}
