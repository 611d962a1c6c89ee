import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { formatDateIn } from './date-reading.ts';
import { firstDayOf, partsOf } from './partial-date.ts';

dayjs.extend(utc);

const iso = 'YYYY-MM-DD';

/** Returns an ISO date in the format and the language; the first day of an ISO month or year. */
export function formatDate(isoDate: string, format: string, locale: string): string {
  if (format === iso) return firstDayOf(isoDate);
  return formatDateIn(partsOf(firstDayOf(isoDate)), format, locale) ?? isoDate;
}

/** Returns an ISO date, month or year in the format and the language; null where it leaves open what the format says. */
export function formatKnown(isoDate: string, format: string, locale: string): string | null {
  return formatDateIn(partsOf(isoDate), format, locale);
}

/** Returns the ISO date so many days after another; before it where they are negative. */
export function addDays(isoDate: string, days: number): string {
  return dayjs.utc(isoDate).add(days, 'day').format(iso);
}

/** Returns the day after an ISO date. */
export function dayAfter(isoDate: string): string {
  return addDays(isoDate, 1);
}

/** Returns the day before an ISO date. */
export function dayBefore(isoDate: string): string {
  return dayjs.utc(isoDate, iso, true).subtract(1, 'day').format(iso);
}

/** Returns the same day of the next year, ISO, of a day in January, when people write last year’s number; null of any other. */
export function yearAfterJanuary(date: string): string | null {
  const [year = '', month = '', day = ''] = date.split('-');
  return month === '01' ? `${String(Number(year) + 1).padStart(4, '0')}-${month}-${day}` : null;
}

/**
 * Returns whether a text is an ISO date of a day that exists, without a parser of formats, for most dates are asked this;
 * JavaScript moves a day that isn't into the next month.
 */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = /^(?!00)(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
