import type { OffsetRange } from '../text/offset-range.ts';
import { linesAround, type Line } from '../text/text-line.ts';

/** A pipe table as its lines write it (GFM 4.10), found without parsing the document. */
export interface TableLines {
  readonly header: TableLine;
  readonly delimiter: TableLine;
  readonly rows: readonly TableLine[];
  /** From the start of the header to the end of the last row. */
  readonly range: OffsetRange;
}

/** One line of a table. */
export interface TableLine {
  readonly range: OffsetRange;
  readonly text: string;
  readonly cells: readonly CellText[];
  readonly leadingPipe: boolean;
  readonly trailingPipe: boolean;
}

/** What stands between two pipes. */
export interface CellText {
  readonly range: OffsetRange;
  /** Without the white space around; behind one space where there is nothing else. */
  readonly contentRange: OffsetRange;
  readonly text: string;
}

const delimiterLine = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const otherBlock = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|```|~~~|<|[-+*][ \t]|\d{1,9}[.)][ \t])/;

/** Returns the table whose line holds an offset, or null. */
export function tableLinesAt(text: string, offset: number): TableLines | null {
  const { before, line, after } = linesAround(text, offset, isTableText);
  if (!isTableText(line.text)) return null;
  const lines = [...before, line, ...after];
  const own = before.length;
  const delimiter = lines.findLastIndex(
    ({ text: each }, index) => index <= own + 1 && isDelimiter(each, lines[index - 1]?.text),
  );
  const header = lines[delimiter - 1];
  const marks = lines[delimiter];
  if (header === undefined || marks === undefined || isInCode(text, header.start)) return null;
  const rows = lines.slice(delimiter + 1).map(readTableLine);
  const next = lines.findIndex(
    ({ text: each }, index) => index > delimiter + 1 && isDelimiter(each, lines[index - 1]?.text),
  );
  if (next !== -1 && own >= next - 1) return null;
  return {
    header: readTableLine(header),
    delimiter: readTableLine(marks),
    rows,
    range: { start: header.start, end: (rows.at(-1)?.range ?? marks).end },
  };
}

/** Returns the cells of a line, split at pipes that no backslash escapes. */
export function readTableLine({ text, start, end }: Line): TableLine {
  const trimmed = text.trimEnd();
  const pipes = [...trimmed.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const leadingPipe = /^[ \t]*\|/.test(text);
  const trailingPipe = pipes.length > (leadingPipe ? 1 : 0) && pipes.at(-1) === trimmed.length - 1;
  const bounds = [
    ...(leadingPipe ? [] : [-1]),
    ...pipes,
    ...(trailingPipe ? [] : [trimmed.length]),
  ];
  const cells = bounds.slice(0, -1).map((bound, index) => {
    const range = { start: start + bound + 1, end: start + (bounds[index + 1] ?? trimmed.length) };
    return readCell(text.slice(range.start - start, range.end - start), range);
  });
  return { range: { start, end }, text, cells, leadingPipe, trailingPipe };
}

/** Tells whether a row is a separator that means something to readers: `||` alone, without white space behind. */
export function isSeparator({ text }: Pick<TableLine, 'text'>): boolean {
  return text.trimStart() === '||';
}

/** Returns the empty first cell with which the table writes rows that continue others. */
export function continuationCell({ header, rows }: TableLines): string {
  const written = rows.find(
    (row) => row.leadingPipe && !isSeparator(row) && row.cells[0]?.text === '',
  );
  if (written === undefined) return header.leadingPipe ? '  ' : '';
  const { text, range, cells } = written;
  return text.slice(text.indexOf('|') + 1, (cells[0]?.range.end ?? range.start) - range.start);
}

function readCell(text: string, range: OffsetRange): CellText {
  const content = text.trim();
  const before = content === '' ? Math.min(text.length, 1) : text.length - text.trimStart().length;
  const start = range.start + before;
  return { range, contentRange: { start, end: start + content.length }, text: content };
}

function isTableText(text: string): boolean {
  return text.trim() !== '' && !otherBlock.test(text);
}

function isDelimiter(text: string, header: string | undefined): boolean {
  if (header === undefined || !delimiterLine.test(text)) return false;
  const columns = countCells(text);
  return (columns > 1 || header.includes('|')) && countCells(header) === columns;
}

function countCells(text: string): number {
  return readTableLine({ text, start: 0, end: text.length }).cells.length;
}

/** Tells whether a fence is open at an offset (CommonMark 4.5). */
export function isInCode(text: string, offset: number): boolean {
  let fence: string | null = null;
  for (const [, found = '', info = ''] of text
    .slice(0, offset)
    .matchAll(/^ {0,3}(`{3,}|~{3,})([^\r\n]*)/gm)) {
    if (fence === null) fence = found.startsWith('`') && info.includes('`') ? null : found;
    else if (found.startsWith(fence) && info.trim() === '') fence = null;
  }
  return fence !== null;
}
