import {
  continuationCell,
  isSeparator,
  tableLinesAt,
  type TableLine,
  type TableLines,
} from '../../markdown/table-lines.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import type { KeyEdit } from './key-edit.ts';

/** Tells whether an offset stands in a table's header or rows. */
export function isInTable(text: string, offset: number): boolean {
  return placeAt(text, offset) !== null;
}

/** Goes to the next cell and selects it; behind the last one a continuation row begins. */
export function goToNextCell(text: string, offset: number): KeyEdit | null {
  const place = placeAt(text, offset);
  if (place === null) return null;
  const { table, line, column } = place;
  if (column + 1 < columnsOf(table)) return select(text, line, column + 1);
  const next = cellLines(table)[cellLines(table).indexOf(line) + 1];
  return next === undefined ? addContinuation(text, table, line, '') : select(text, next, 0);
}

/** Goes to the previous cell and selects it; null in the first one. */
export function goToPreviousCell(text: string, offset: number): KeyEdit | null {
  const place = placeAt(text, offset);
  if (place === null) return null;
  const { table, line, column } = place;
  if (column > 0) return select(text, line, column - 1);
  const previous = cellLines(table)[cellLines(table).indexOf(line) - 1];
  return previous === undefined ? null : select(text, previous, columnsOf(table) - 1);
}

/**
 * Adds a row that continues the one at an offset, with what stands behind the offset in its cell.
 * In an empty row that continues another, leaves the table. Null in the header.
 */
export function continueRow(text: string, offset: number): KeyEdit | null {
  const place = placeAt(text, offset);
  if (place === null || place.line === place.table.header) return null;
  const { table, line, column } = place;
  const cell = line.cells[column];
  if (isUnwritten(line)) {
    return { edits: [{ range: line.range, text: '' }], selection: emptyAt(line.range.start) };
  }
  const splits = column > 0 && cell !== undefined && offset > cell.contentRange.start;
  const rest = splits ? text.slice(offset, cell.contentRange.end).trim() : '';
  const item = /^[-*+] /.exec(cell?.text ?? line.cells[1]?.text ?? '')?.[0] ?? '';
  return addContinuation(
    text,
    table,
    line,
    item,
    rest === '' || cell === undefined
      ? null
      : {
          range: { start: trimEnd(text, offset), end: cell.contentRange.end },
          rest: /^[-*+] /.test(rest) ? rest.slice(2) : rest,
        },
  );
}

/** Tells a row that was just begun from a separator, which has no white space at its end. */
function isUnwritten({ text, cells }: TableLine): boolean {
  return !text.endsWith('||') && cells.every(({ text: each }) => /^[-*+]?$/.test(each));
}

interface Place {
  readonly table: TableLines;
  readonly line: TableLine;
  readonly column: number;
}

function placeAt(text: string, offset: number): Place | null {
  const table = tableLinesAt(text, offset);
  const line =
    table && cellLines(table).find(({ range }) => range.start <= offset && offset <= range.end);
  if (!table || !line) return null;
  const found = line.cells.findIndex(({ range }) => offset <= range.end);
  const beyond = Math.min(line.cells.length, columnsOf(table) - 1);
  return { table, line, column: found === -1 ? beyond : found };
}

/** The lines that have cells to edit: header and rows, but no separators. */
function cellLines(table: TableLines): readonly TableLine[] {
  return [table.header, ...table.rows.filter((row) => !isSeparator(row))];
}

function columnsOf({ header }: TableLines): number {
  return header.cells.length;
}

/** Selects a cell; one that the row lacks is made first. */
function select(text: string, line: TableLine, column: number): KeyEdit {
  const cell = line.cells[column];
  if (cell === undefined) return makeCell(line, column);
  const { range, contentRange } = cell;
  if (contentRange.end > contentRange.start) return { edits: [], selection: contentRange };
  const open = column === line.cells.length - 1 && !line.trailingPipe;
  if (range.end > range.start || !/[|]/.test(text.charAt(range.start - 1))) {
    return { edits: [], selection: emptyAt(contentRange.start) };
  }
  const edit = { range: emptyAt(range.start), text: open ? ' ' : '  ' };
  return { edits: [edit], selection: emptyAt(range.start + 1) };
}

function makeCell(line: TableLine, column: number): KeyEdit {
  const end = line.range.start + line.text.trimEnd().length;
  const missing = column - line.cells.length + 1;
  const opened = line.trailingPipe ? ' |'.repeat(missing - 1) : ' |'.repeat(missing);
  const added = `${opened} `;
  return {
    edits: [{ range: { start: end, end: line.range.end }, text: added }],
    selection: emptyAt(end + added.length),
  };
}

/** Adds a row below a line in the line's own style, and puts the cursor into its second cell. */
function addContinuation(
  text: string,
  table: TableLines,
  line: TableLine,
  item: string,
  moved: { readonly range: OffsetRange; readonly rest: string } | null = null,
): KeyEdit {
  const eol = lineEndingOf(text);
  const above = line === table.header ? table.delimiter : line;
  const columns = columnsOf(table);
  const start = columns === 1 ? '| ' : `|${continuationCell(table)}| `;
  const closing = table.header.trailingPipe ? ' |'.repeat(Math.max(columns - 1, 1)) : '';
  const row = `${eol}${start}${item}${moved?.rest ?? ''}${closing}`;
  const at = above.range.end;
  const removed = moved === null ? 0 : moved.range.end - moved.range.start;
  const cursor = at - removed + eol.length + start.length + item.length;
  return {
    edits: [
      ...(moved === null ? [] : [{ range: moved.range, text: '' }]),
      { range: emptyAt(at), text: row },
    ],
    selection: emptyAt(cursor),
  };
}

function trimEnd(text: string, offset: number): number {
  return text.slice(0, offset).replace(/[ \t]+$/, '').length;
}

function emptyAt(offset: number): OffsetRange {
  return { start: offset, end: offset };
}
