import {
  continuationCell,
  isSeparator,
  tableAt,
  type TableLine,
  type TableLines,
} from '../../markdown/table-lines.ts';
import { continuationOf } from '../../markdown/blocks-around.ts';
import type { MarkdownDocument } from '../../markdown/parse-markdown.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import type { Cursor, KeyEdit } from './key-edit.ts';

/** Returns whether an offset is in a table's header or rows. */
export function isInTable(document: MarkdownDocument, offset: number): boolean {
  return placeAt(document, offset) !== null;
}

/** Goes to the end of the next cell; after the last one a continuation row begins. */
export function goToNextCell(document: MarkdownDocument, { active }: Cursor): KeyEdit | null {
  const { text } = document;
  const place = placeAt(document, active);
  if (place === null) return null;
  const { table, line, column } = place;
  if (column + 1 < columnsOf(table)) return goTo(text, line, column + 1);
  const next = cellLines(table)[cellLines(table).indexOf(line) + 1];
  return next === undefined ? addContinuation(text, table, line, '') : goTo(text, next, 0);
}

/** Goes to the end of the previous cell; null in the first one. */
export function goToPreviousCell(document: MarkdownDocument, { active }: Cursor): KeyEdit | null {
  const { text } = document;
  const place = placeAt(document, active);
  if (place === null) return null;
  const { table, line, column } = place;
  if (column > 0) return goTo(text, line, column - 1);
  const previous = cellLines(table)[cellLines(table).indexOf(line) - 1];
  return previous === undefined ? null : goTo(text, previous, columnsOf(table) - 1);
}

/**
 * Adds a row that continues the one at an offset, with what follows the offset in its cell.
 * In an empty row that continues another, takes that away and goes on below the table. Null in the header.
 */
export function continueRow(document: MarkdownDocument, { active }: Cursor): KeyEdit | null {
  const { text } = document;
  const place = placeAt(document, active);
  if (place === null || place.line === place.table.header) return null;
  const { table, line, column } = place;
  const cell = line.cells[column];
  if (isUnwritten(line)) {
    return leaveTable(text, table, line);
  }
  const splits = column > 0 && cell !== undefined && active > cell.contentRange.start;
  const rest = splits ? text.slice(active, cell.contentRange.end).trim() : '';
  const item = /^[-*+] /.exec(cell?.text ?? line.cells[1]?.text ?? '')?.[0] ?? '';
  return addContinuation(
    text,
    table,
    line,
    item,
    rest === '' || cell === undefined
      ? null
      : {
          range: { start: trimEnd(text, active), end: cell.contentRange.end },
          rest: /^[-*+] /.test(rest) ? rest.slice(2) : rest,
        },
  );
}

/** Returns whether a row was just begun, and is not a separator, which has no white space at its end. */
function isUnwritten({ text, cells }: TableLine): boolean {
  return !text.endsWith('||') && cells.every(({ text: each }) => /^[-*+]?$/.test(each));
}

interface Place {
  readonly table: TableLines;
  readonly line: TableLine;
  readonly column: number;
}

function placeAt(document: MarkdownDocument, offset: number): Place | null {
  const table = tableAt(document, offset);
  const line =
    table &&
    cellLines(table).find(
      ({ range, indent }) => range.start - indent.length <= offset && offset <= range.end,
    );
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

/** Takes a row away, and begins a line below the table, after the blank one that ends it. */
function leaveTable(text: string, table: TableLines, line: TableLine): KeyEdit {
  const eol = lineEndingOf(text);
  const lines = [table.header, table.delimiter, ...table.rows];
  const index = lines.indexOf(line);
  const before = lines[index - 1] ?? table.delimiter;
  const after = lines[index + 1];
  const start = continuationOf(line.indent);
  const added = `${eol}${start.trimEnd()}${eol}${start}`;
  if (after === undefined) {
    const edit = { range: { start: before.range.end, end: line.range.end }, text: added };
    return { edits: [edit], selection: emptyAt(before.range.end + added.length) };
  }
  const removed = { start: before.range.end, end: line.range.end };
  const { end } = table.range;
  return {
    edits: [
      { range: removed, text: '' },
      { range: emptyAt(end), text: added },
    ],
    selection: emptyAt(end - (removed.end - removed.start) + added.length),
  };
}

/** Goes to the end of a cell; one that the row lacks is made first. */
function goTo(text: string, line: TableLine, column: number): KeyEdit {
  const cell = line.cells[column];
  if (cell === undefined) return makeCell(line, column);
  const { range, contentRange } = cell;
  if (contentRange.end > contentRange.start)
    return { edits: [], selection: emptyAt(contentRange.end) };
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
  const indent = continuationOf(above.indent);
  const row = `${eol}${indent}${start}${item}${moved?.rest ?? ''}${closing}`;
  const at = above.range.end;
  const removed = moved === null ? 0 : moved.range.end - moved.range.start;
  const cursor = at - removed + eol.length + indent.length + start.length + item.length;
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
