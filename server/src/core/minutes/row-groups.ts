import { normalizeText } from '../text/normalize-text.ts';
import type { TableRow } from './table.ts';

/** A row with the rows that continue it and the separators after it. */
export interface RowGroup {
  /** The first cell's text; null for text below the table that it swallowed. */
  readonly name: string | null;
  /** Index of the name among those that are known; null where it isn't one of them. */
  readonly index: number | null;
  readonly rows: readonly [TableRow, ...TableRow[]];
}

/** Returns whether a row has nothing in it, and so separates horizons. */
export function isSeparatorRow({ cells }: TableRow): boolean {
  return cells.every(({ contentRange: { start, end } }) => start === end);
}

/**
 * Gathers rows below the first that names something; those before it continue nothing.
 * Known names are normalized.
 */
export function groupRows(
  rows: readonly TableRow[],
  known: readonly string[],
  text: string,
): readonly RowGroup[] {
  const groups: { name: string | null; index: number | null; rows: [TableRow, ...TableRow[]] }[] =
    [];
  for (const row of rows) {
    const name = row.cells[0]?.text ?? '';
    if (name === '') {
      groups.at(-1)?.rows.push(row);
      continue;
    }
    const index = known.indexOf(normalizeText(name));
    const isText = index === -1 && !text.slice(row.range.start, row.range.end).includes('|');
    groups.push({ name: isText ? null : name, index: index === -1 ? null : index, rows: [row] });
  }
  return groups;
}
