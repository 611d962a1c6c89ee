import type { IndexedMinutes } from './indexed-minutes.ts';

/** All minutes that a template claims, as an index in order of their dates, the undated first. */
export interface Series {
  readonly minutes: readonly IndexedMinutes[];
}

/** A series without minutes. */
export const emptySeries: Series = { minutes: [] };

/** Returns the series of minutes given in any order; of two with one id the last counts. */
export function seriesOf(minutes: Iterable<IndexedMinutes>): Series {
  const byId = new Map<string, IndexedMinutes>();
  for (const each of minutes) byId.set(each.id, each);
  return { minutes: [...byId.values()].sort(byDate) };
}

/** Returns the series with minutes added, or with another version of them. */
export function addMinutes(series: Series, added: IndexedMinutes): Series {
  const { minutes } = removeMinutes(series, added.id);
  const place = firstIndex(minutes, (other) => byDate(other, added) > 0);
  return { minutes: [...minutes.slice(0, place), added, ...minutes.slice(place)] };
}

/** Returns the series without the minutes of an id. */
export function removeMinutes(series: Series, id: string): Series {
  return series.minutes.some((minutes) => minutes.id === id)
    ? { minutes: series.minutes.filter((minutes) => minutes.id !== id) }
    : series;
}

/** How many minutes on either side tell what is usual around a meeting. */
const around = { before: 40, after: 20 };

/**
 * Returns the other minutes near those of an id: the forty before and the twenty after an ISO date,
 * the latest where the date is null. However long the series, what a rule looks at stays small.
 */
export function seriesAround(series: Series, id: string | null, date: string | null): Series {
  const { minutes } = id === null ? series : removeMinutes(series, id);
  const place =
    date === null ? minutes.length : firstIndex(minutes, (other) => (other.date ?? '') >= date);
  return { minutes: minutes.slice(Math.max(0, place - around.before), place + around.after) };
}

/** Returns the dated minutes before an ISO date, the earliest first. */
export function minutesBefore({ minutes }: Series, date: string): readonly IndexedMinutes[] {
  return minutes.filter((other) => other.date !== null && other.date < date);
}

/** Returns the dated minutes after an ISO date, the earliest first. */
export function minutesAfter({ minutes }: Series, date: string): readonly IndexedMinutes[] {
  return minutes.filter((other) => other.date !== null && other.date > date);
}

/** Returns the minutes of an ISO date. */
export function minutesOn({ minutes }: Series, date: string): readonly IndexedMinutes[] {
  return minutes.filter((other) => other.date === date);
}

function byDate(a: IndexedMinutes, b: IndexedMinutes): number {
  return compare(a.date ?? '', b.date ?? '') || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Finds by bisection the first place from which on a condition holds. */
function firstIndex<T>(values: readonly T[], holds: (value: T) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && holds(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
