import type { Table as TableNode } from 'mdast';
import { blockRange } from '../markdown/node-range.ts';
import { sliceRange, type OffsetRange } from '../text/offset-range.ts';
import { plainText } from './plain-text.ts';
import { blocksIn, type Minutes } from './read-minutes.ts';

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
export function tablesIn(minutes: Minutes, range: OffsetRange): readonly Table[] {
  return blocksIn(minutes, range).flatMap(({ node, range: { start } }) =>
    node.type === 'table'
      ? (toTable(node, minutes.text, start - blockRange(node).start) ?? [])
      : [],
  );
}

function toTable(node: TableNode, text: string, start: number): Table | null {
  const [header, ...rows] = node.children.map((row): TableRow => {
    const range = blockRange(row, start);
    return {
      range,
      cells: row.children.map((cell): TableCell => {
        const cellRange = blockRange(cell, start);
        return {
          range: cellRange,
          contentRange: trimCell(text, cellRange),
          text: plainText(cell),
        };
      }),
    };
  });
  return header === undefined ? null : { range: blockRange(node, start), header, rows };
}

function trimCell(text: string, range: OffsetRange): OffsetRange {
  const source = sliceRange(text, range);
  const before = /^\|?[ \t]*/.exec(source)?.[0].length ?? 0;
  const inner = source.slice(before).trimEnd();
  const content = /(?<!\\)\|$/.test(inner) ? inner.slice(0, -1).trimEnd() : inner;
  return { start: range.start + before, end: range.start + before + content.length };
}
