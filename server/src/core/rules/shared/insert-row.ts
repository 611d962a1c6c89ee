import { lineEndingOf } from '../../text/insert-block.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Minutes } from '../../minutes/read-minutes.ts';
import { isSeparatorRow, type RowGroup } from '../../minutes/row-groups.ts';
import { rowStyleOf, rowText } from '../../minutes/row-text.ts';
import type { Table, TableRow } from '../../minutes/table.ts';

/** Where a row belongs in a table. */
export interface RowPlace {
  readonly table: Table;
  readonly groups: readonly RowGroup[];
  /** The group after which it belongs; null where it belongs before all. */
  readonly after: RowGroup | null;
}

/**
 * Returns the edit that adds a row to a table, written as its other rows are.
 * Where separators are between the table's groups, or none do and one is given for an empty table,
 * one comes with the row.
 */
export function insertRow(
  cells: readonly string[],
  place: RowPlace,
  emptySeparator: string | null,
  minutes: Minutes,
): TextEdit {
  const { table, groups, after } = place;
  const sourceOf = ({ range }: TableRow): string => minutes.text.slice(range.start, range.end);
  const model = (after ?? groups[0])?.rows[0] ?? table.header;
  const padded = table.header.cells.map((_, column) => cells[column] ?? '');
  const row = rowText(padded, rowStyleOf(sourceOf(model)));
  const own = table.rows.find(isSeparatorRow);
  const separator = own === undefined ? null : sourceOf(own);
  const last = after?.rows.at(-1);
  const isOpen = last !== undefined && !isSeparatorRow(last);
  const mark = table.rows.length === 0 ? emptySeparator : separator;
  const added = mark === null ? [row] : isOpen ? [mark, row] : [row, mark];
  const offset = endOfLineAbove(place, minutes);
  const eol = lineEndingOf(minutes.text);
  return {
    range: { start: offset, end: offset },
    text: added.map((line) => eol + line).join(''),
  };
}

/** Returns the end of the line below which the row belongs. */
function endOfLineAbove({ table, groups, after }: RowPlace, { markdown }: Minutes): number {
  const { lines } = markdown;
  const lineOf = ({ range }: TableRow): number => lines.pointAt(range.start).line;
  const [first] = groups;
  const above = after?.rows.at(-1) ?? (first === undefined ? table.rows.at(-1) : undefined);
  const delimiter = lineOf(table.header) + 1;
  const line =
    above === undefined ? (first ? lineOf(first.rows[0]) - 1 : delimiter) : lineOf(above);
  return lines.lineRange(line).end;
}
