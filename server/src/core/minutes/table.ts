import type { OffsetRange } from '../text/offset-range.ts';

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
