import type { Table as TableNode } from 'mdast';
import { blockRange } from '../markdown/node-range.ts';
import type { Piece } from '../markdown/piece.ts';
import { cachedByObject } from '../text/cached.ts';
import { shiftRange, sliceRange, type OffsetRange } from '../text/offset-range.ts';
import { plainText } from './plain-text.ts';
import { piecesIn, type Minutes } from './read-minutes.ts';
import { scanTables } from './scan-tables.ts';
import type { Table, TableCell, TableRow } from './table.ts';

/** Returns the tables of the minutes that begin in a range, in document order. */
export function tablesIn({ markdown }: Minutes, range: OffsetRange): readonly Table[] {
  return piecesIn(markdown, range).flatMap(({ piece, start }) =>
    tablesOf(piece).flatMap((table) => {
      const from = start + table.range.start;
      return from >= range.start && from < range.end ? [shiftTable(table, start)] : [];
    }),
  );
}

const tablesOf = cachedByObject((piece: Piece) => scanTables(piece.text) ?? parsedTables(piece));

/** Returns the tables at the top level of a piece's tree, with offsets relative to the piece. */
export function parsedTables({ tree, text }: Pick<Piece, 'tree' | 'text'>): readonly Table[] {
  return tree.children.flatMap((node) =>
    node.type === 'table' ? (toTable(node, text) ?? []) : [],
  );
}

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
