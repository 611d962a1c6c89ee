import { windowSize } from './evidence.ts';
import { takeNearest, type Dated } from './horizon.ts';

/**
 * Returns what `take` makes of the twenty items of a series nearest to one, or to where it would be.
 * Meetings of today and later are not evidence: their minutes are drafts.
 */
export function windowAround<Item extends Dated, Taken>(
  items: readonly Item[],
  from: Dated,
  today: string,
  take: (item: Item) => Taken | null,
): readonly Taken[] {
  return takeNearest(items, from, windowSize, (item) => takeHeld(item, today, take));
}

/** Returns what `take` makes of the last twenty items of a series. */
export function lastWindow<Item extends Dated, Taken>(
  items: readonly Item[],
  today: string,
  take: (item: Item) => Taken | null,
): readonly Taken[] {
  const last = items.at(-1);
  return last === undefined ? [] : windowAround(items, last, today, take);
}

function takeHeld<Item extends Dated, Taken>(
  item: Item,
  today: string,
  take: (item: Item) => Taken | null,
): Taken | null {
  return item.date !== null && item.date >= today ? null : take(item);
}
