import { windowSize } from './evidence.ts';
import { partitionPoint } from '../text/partition-point.ts';
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
  return takeNearest(items, from, windowSize, take, heldBefore(items, today));
}

/** Returns how many items of a series, in its order, are no meetings of today or later. */
export function heldBefore(items: readonly Dated[], today: string): number {
  return partitionPoint(items, ({ date }) => date !== null && date >= today);
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
