import { compareStrings } from '../text/compare-strings.ts';
import { partitionPoint } from '../text/partition-point.ts';

/** Something of a series that has a place in it. */
export interface Dated {
  readonly id: string;
  /** ISO date; null where it is unknown. */
  readonly date: string | null;
  /** The meeting's number, where the series has any and it is known. */
  readonly number?: number | null;
}

/** How many minutes on either side of a meeting show what is usual around it. */
const horizon = { before: 40, after: 20 };

/** Compares by date, the undated first, then by number, then by id, numbers in it by their size: the order of a series. */
export function byDate(a: Dated, b: Dated): number {
  const [left, right] = [a.number ?? null, b.number ?? null];
  return (
    compareStrings(a.date ?? '', b.date ?? '') ||
    (left === null || right === null ? 0 : left - right) ||
    compareNames(a.id, b.id)
  );
}

/** Compares names so that 10 comes after 9. */
function compareNames(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const isNumber = /^\d/.test(part) && /^\d/.test(other);
    const order = (isNumber ? Number(part) - Number(other) : 0) || compareStrings(part, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function partsOf(name: string): readonly string[] {
  return name.match(/\d+|\D+/g) ?? [];
}

/**
 * Returns what `take` makes of the forty items before and the twenty after a date; where it is null, around the item of the id, else the latest;
 * without the one of the given id. Items that it makes null of don't count, so that no more is taken than is needed.
 */
export function takeAround<Item extends Dated, Taken>(
  items: readonly Item[],
  { id, date }: { readonly id: string | null; readonly date: string | null },
  take: (item: Item) => Taken | null,
): readonly Taken[] {
  const own = date === null ? items.findIndex((item) => item.id === id) : -1;
  const last = own === -1 ? items.length : own;
  const place = date === null ? last : partitionPoint(items, (item) => (item.date ?? '') >= date);
  const takeOther = (item: Item): Taken | null => (item.id === id ? null : take(item));
  const before = takeFirst(items, place - 1, -1, horizon.before, takeOther);
  return [...before.reverse(), ...takeFirst(items, place, 1, horizon.after, takeOther)];
}

function takeFirst<Item, Taken>(
  items: readonly Item[],
  start: number,
  step: number,
  count: number,
  take: (item: Item) => Taken | null,
): Taken[] {
  const taken: Taken[] = [];
  for (let index = start; taken.length < count; index += step) {
    const item = items[index];
    if (item === undefined) break;
    const own = take(item);
    if (own !== null) taken.push(own);
  }
  return taken;
}

/**
 * Returns what `take` makes of the items nearest in date to one of them, or to where it would be, the item itself among them.
 * Items that it makes null of don't count, nor do those from `end` on. Where dates are unknown, the order of the items decides.
 */
export function takeNearest<Item extends Dated, Taken>(
  items: readonly Item[],
  from: Dated,
  count: number,
  take: (item: Item) => Taken | null,
  end = items.length,
): readonly Taken[] {
  const place = Math.min(
    end,
    partitionPoint(items, (item) => byDate(item, from) >= 0),
  );
  let before = place - 1;
  let after = place;
  const taken: Taken[] = [];
  while (taken.length < count) {
    const earlier = items[before];
    const later = after < end ? items[after] : undefined;
    if (earlier === undefined && later === undefined) break;
    const isEarlier =
      later === undefined ||
      (earlier !== undefined &&
        distance(earlier, from, place - before) <= distance(later, from, after - place));
    const item = isEarlier ? earlier : later;
    if (isEarlier) before--;
    else after++;
    const own = item === undefined ? null : take(item);
    if (own !== null) taken.push(own);
  }
  return taken;
}

/** Returns days where both have a date, and places where neither has one. */
function distance(item: Dated, from: Dated, places: number): number {
  if (item.date === null && from.date === null) return places;
  if (item.date === null || from.date === null) return Infinity;
  return Math.abs(Date.parse(item.date) - Date.parse(from.date)) / 86_400_000;
}
