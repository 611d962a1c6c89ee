import { escapeExpression } from './escape-expression.ts';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(customParseFormat);

const iso = 'YYYY-MM-DD';
const tokens = /YYYY|MMMM|MM|M|DD|D/g;
const tokenExpressions: Readonly<Record<string, string>> = {
  YYYY: '[0-9]{4}',
  MMMM: '[A-Za-z]+',
  MM: '[0-9]{2}',
  M: '[0-9]{1,2}',
  DD: '[0-9]{2}',
  D: '[0-9]{1,2}',
};

/** Tells whether a format has anything of a date in it. */
export function isDateFormat(format: string): boolean {
  return format.match(tokens) !== null;
}

/** Tells whether a format has year, month and day, so that it tells one day. */
export function tellsDay(format: string): boolean {
  if (format === iso) return true;
  const found = format.match(tokens) ?? [];
  return ['Y', 'M', 'D'].every((letter) => found.some((token) => token.startsWith(letter)));
}

/** Returns a regular expression for texts that look like a date of the format, valid or not. */
export function dateExpression(format: string): string {
  let expression = '';
  let end = 0;
  for (const match of format.matchAll(tokens)) {
    expression += escapeExpression(format.slice(end, match.index));
    expression += tokenExpressions[match[0]] ?? '';
    end = match.index + match[0].length;
  }
  return expression + escapeExpression(format.slice(end));
}

/** Returns the ISO date that a text tells in the format, or null where there is no such day. */
export function readDate(text: string, format: string): string | null {
  if (format === iso) return isIsoDay(text) ? text : null;
  const date = dayjs.utc(text.replace(/\s+/g, ' '), format, true);
  return date.isValid() ? date.format(iso) : null;
}

/** Tells without a parser of formats what most dates are asked; JavaScript moves a day that isn't into the next month. */
function isIsoDay(text: string): boolean {
  const [, year, month, day] = /^(?!00)(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Returns an ISO date in the format. */
export function formatDate(isoDate: string, format: string): string {
  return dayjs.utc(isoDate, iso, true).format(format);
}

/** Returns the day after an ISO date. */
export function dayAfter(isoDate: string): string {
  return dayjs.utc(isoDate, iso, true).add(1, 'day').format(iso);
}

/** Returns the same day of the next year, ISO, of a day in January, when people write last year’s number; null of any other. */
export function yearAfterJanuary(date: string): string | null {
  const [year = '', month = '', day = ''] = date.split('-');
  return month === '01' ? `${String(Number(year) + 1).padStart(4, '0')}-${month}-${day}` : null;
}

/** Tells whether a text is an ISO date of a day that exists. */
export function isIsoDate(text: string): boolean {
  return readDate(text, iso) !== null;
}
