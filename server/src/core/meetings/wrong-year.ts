import { formatDate, yearAfterJanuary } from '../text/calendar-date.ts';
import { english } from '../text/date-names.ts';
import type { History } from './history.ts';
import { minutesOn, type Series } from './series.ts';

/** Why minutes of January seem to be those of the next year, although they have the number of the last. */
export type WrongYear = 'no meeting' | 'taken';

/**
 * Returns why the year of an ISO date in January seems to be last year’s: the series goes on until a year later and
 * has a gap there, and the group doesn't meet on the day, or other minutes have it; null where nothing says so.
 * `meetsOn` returns whether the group meets on an ISO date; null where there is no schedule.
 */
export function wrongYearOf(
  date: string,
  { series, yearLater }: History,
  meetsOn: ((date: string) => boolean) | null,
): WrongYear | null {
  const later = yearAfterJanuary(date);
  if (later === null || !hasGapAt(later, yearLater)) return null;
  const weekday = usualWeekday([series, yearLater]);
  const isMeeting =
    meetsOn ?? (weekday === null ? null : (day: string) => weekdayOf(day) === weekday);
  if (isMeeting !== null && !isMeeting(date) && isMeeting(later)) return 'no meeting';
  return minutesOn(series, date).length > 0 ? 'taken' : null;
}

/** How many days around a meeting of weeks have others. */
const near = { before: 62, around: 3 };

function hasGapAt(date: string, { minutes }: Series): boolean {
  const days = minutes.flatMap((other) =>
    other.date === null ? [] : [daysBetween(other.date, date)],
  );
  return (
    days.some((count) => count > near.around && count <= near.before) &&
    days.every((count) => Math.abs(count) > near.around)
  );
}

/** Returns the weekday on which at least two thirds of the meetings are, where there are some. */
function usualWeekday(all: readonly Series[]): string | null {
  const days = new Set(all.flatMap(({ minutes }) => minutes.flatMap(({ date }) => date ?? [])));
  const counts = new Map<string, number>();
  for (const day of days) counts.set(weekdayOf(day), (counts.get(weekdayOf(day)) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && days.size >= 6 && most[1] * 3 >= days.size * 2 ? most[0] : null;
}

function weekdayOf(date: string): string {
  return formatDate(date, 'dddd', english);
}

/** Returns the days from one ISO date to another. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
