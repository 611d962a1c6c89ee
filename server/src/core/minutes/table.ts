import type { Table as TableNode } from 'mdast';
import { blockRange } from '../markdown/node-range.ts';
import type { Piece } from '../markdown/piece.ts';
import { cachedByObject } from '../text/cached.ts';
import { shiftRange, sliceRange, type OffsetRange } from '../text/offset-range.ts';
import { plainText } from './plain-text.ts';
import { piecesIn, type Minutes } from './read-minutes.ts';

/** A table at the top level of the Markdown tree, with absolute offsets. */
export interface Table {
  readonly range: OffsetRange;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

/** A row without the delimiter row. */
export interface TableRow {
  /** The row's line without the line ending. */
  readonly range: OffsetRange;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** The cell with the pipes that belong to it. */
  readonly range: OffsetRange;
  /** The cell's content without white space around it; empty after the pipe where it has none. */
  readonly contentRange: OffsetRange;
  readonly text: string;
}

/** Returns the tables of the minutes that begin in a range, in document order. */
export function tablesIn({ markdown }: Minutes, range: OffsetRange): readonly Table[] {
  return piecesIn(markdown, range).flatMap(({ piece, start }) =>
    tablesOf(piece).flatMap((table) => {
      const from = start + table.range.start;
      return from >= range.start && from < range.end ? [shiftTable(table, start)] : [];
    }),
  );
}

const tablesOf = cachedByObject(({ tree, text }: Piece): readonly Table[] =>
  tree.children.flatMap((node) => (node.type === 'table' ? (toTable(node, text) ?? []) : [])),
);

function toTable(node: TableNode, text: string): Table | null {
  const [header, ...rows] = node.children.map((row): TableRow => ({
    range: blockRange(row),
    cells: row.children.map((cell): TableCell => {
      const range = blockRange(cell);
      return { range, contentRange: trimCell(text, range), text: plainText(cell) };
    }),
  }));
  return header === undefined ? null : { range: blockRange(node), header, rows };
}

function shiftTable({ range, header, rows }: Table, start: number): Table {
  const shiftRow = (row: TableRow): TableRow => ({
    range: shiftRange(row.range, start),
    cells: row.cells.map((cell) => ({
      range: shiftRange(cell.range, start),
      contentRange: shiftRange(cell.contentRange, start),
      text: cell.text,
    })),
  });
  return { range: shiftRange(range, start), header: shiftRow(header), rows: rows.map(shiftRow) };
}

function trimCell(text: string, range: OffsetRange): OffsetRange {
  const source = sliceRange(text, range);
  const before = /^\|?[ \t]*/.exec(source)?.[0].length ?? 0;
  const inner = source.slice(before).trimEnd();
  const content = /(?<!\\)\|$/.test(inner) ? inner.slice(0, -1).trimEnd() : inner;
  return { start: range.start + before, end: range.start + before + content.length };
}
