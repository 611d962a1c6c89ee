import type { ShownBoard } from '../../../server/src/protocol/board-messages.ts';
import type { PlacedItem, PlacedTable } from '../../../server/src/protocol/roadmap-board.ts';

/** The place of an item: its table, its column there, and its place in the column, from 0. */
export interface ItemPlace {
  readonly table: number;
  readonly column: number;
  readonly item: number;
}

/** Where an arrow key leads. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** Returns the item at a place; null where none is. */
export function itemAt(
  shown: ShownBoard | null,
  { table, column, item }: ItemPlace,
): PlacedItem | null {
  return tableAt(shown, table)?.columns[column]?.items[item] ?? null;
}

/** Returns where an item moves in a direction; null where it can't. */
export function nextPlace(
  shown: ShownBoard | null,
  place: ItemPlace,
  direction: Direction,
): ItemPlace | null {
  const columns = tableAt(shown, place.table)?.columns ?? [];
  const { column, item } = place;
  if (direction === 'up') return item > 0 ? { ...place, item: item - 1 } : null;
  if (direction === 'down') {
    return item + 1 < (columns[column]?.items.length ?? 0) ? { ...place, item: item + 1 } : null;
  }
  const next = column + (direction === 'left' ? -1 : 1);
  const there = columns[next];
  return there === undefined
    ? null
    : { ...place, column: next, item: Math.min(item, there.items.length) };
}

/** Returns the place of the nearest item in a direction; null where there is none. */
export function neighbor(
  shown: ShownBoard | null,
  place: ItemPlace,
  direction: Direction | 'first' | 'last',
): ItemPlace | null {
  const columns = tableAt(shown, place.table)?.columns ?? [];
  const count = (column: number): number => columns[column]?.items.length ?? 0;
  if (direction === 'first') return { ...place, item: 0 };
  if (direction === 'last') return { ...place, item: count(place.column) - 1 };
  if (direction === 'up' || direction === 'down') return nextPlace(shown, place, direction);
  const step = direction === 'left' ? -1 : 1;
  for (let column = place.column + step; column in columns; column += step) {
    if (count(column) > 0)
      return { ...place, column, item: Math.min(place.item, count(column) - 1) };
  }
  return null;
}

/** Returns a place that has an item: the given one, the nearest above it, or the first of all. */
export function placeNear(shown: ShownBoard, place: ItemPlace): ItemPlace {
  const last = (tableAt(shown, place.table)?.columns[place.column]?.items.length ?? 0) - 1;
  if (last >= 0) return { ...place, item: Math.min(place.item, last) };
  for (const [table, { columns }] of (shown.board?.tables ?? []).entries()) {
    const column = columns.findIndex(({ items }) => items.length > 0);
    if (column !== -1) return { table, column, item: 0 };
  }
  return { table: 0, column: 0, item: 0 };
}

function tableAt(shown: ShownBoard | null, table: number): PlacedTable | undefined {
  return shown?.board?.tables[table];
}
