import { isSeparator, type TableLine, type TableLines } from '../../markdown/table-lines.ts';
import type { OffsetRange } from '../../text/offset-range.ts';

/** A horizon's row with those that continue it; rows after a separator, or above all horizons, have none. */
export type HorizonRows = readonly [TableLine, ...TableLine[]];

/** Rows of a horizon that are one item, by index: the first, and the one after the last. */
export type ItemRows = readonly [first: number, end: number];

/** Returns the rows of a table horizon by horizon, without separators and what says nothing. */
export function rowsByHorizon({ rows }: TableLines): readonly HorizonRows[] {
  const groups: [TableLine, ...TableLine[]][] = [];
  let open: TableLine[] | null = null;
  for (const row of rows) {
    if (isSeparator(row)) open = null;
    else if (open !== null && horizonOf([row]) === '') open.push(row);
    else {
      const group: [TableLine, ...TableLine[]] = [row];
      groups.push(group);
      open = group;
    }
  }
  return groups.filter(
    (group) => horizonOf(group) !== '' || group.some((row) => !isEmptyRest(restOf(row))),
  );
}

/** Returns the horizon of rows as the table writes it; empty for rows without one. */
export function horizonOf([row]: HorizonRows): string {
  return row.cells[0]?.text ?? '';
}

/** Returns the range of rows of a horizon. */
export function rangeOfRows(rows: HorizonRows): OffsetRange {
  return { start: rows[0].range.start, end: (rows.at(-1) ?? rows[0]).range.end };
}

/** Returns whether the line of one of the rows holds an offset. */
export function holdsOffset(rows: HorizonRows, offset: number): boolean {
  return rows.some(
    ({ range, indent }) => range.start - indent.length <= offset && offset <= range.end,
  );
}

/** Returns the items of a horizon: where list markers begin them, each with the rows up to the next, else each row that says something. */
export function itemsOf(rows: HorizonRows): readonly ItemRows[] {
  const starts = rows.some(beginsItem)
    ? rows.flatMap((row, index) => (index === 0 || beginsItem(row) ? [index] : []))
    : [...rows.keys()];
  return starts
    .map((first, index): ItemRows => [first, starts[index + 1] ?? rows.length])
    .filter(([first, end]) => rows.slice(first, end).some((row) => !isEmptyRest(restOf(row))));
}

/** Returns what follows a row's first cell, its pipe included. */
export function restOf(row: TableLine): string {
  return row.text.slice((row.cells[0]?.range.end ?? row.range.end) - row.range.start).trimEnd();
}

/** Returns whether what follows a row's first cell says nothing. */
export function isEmptyRest(rest: string): boolean {
  return /^[|\s]*$/.test(rest);
}

function beginsItem(row: TableLine): boolean {
  return /^[-*+](?:\s|$)/.test(row.cells[1]?.text ?? '');
}
