import { formatDate } from '../text/calendar-date.ts';
import { once } from '../text/cached.ts';
import { dateExpression, tellsDay } from '../text/date-format.ts';
import { english } from '../text/date-names.ts';
import { readDateIn } from '../text/date-reading.ts';
import { firstDayOf, isoOf } from '../text/partial-date.ts';

/** A day that is in a text, with the format that writes it. */
export interface DayInText {
  /** ISO date. */
  readonly date: string;
  readonly format: string;
  /** The language of its month, a BCP 47 tag; English where the month is a number. */
  readonly locale: string;
  readonly start: number;
  readonly end: number;
}

/** How groups write days, the more telling first. */
const formats: readonly string[] = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY.MM.DD',
  'YYYY_MM_DD',
  'MMMM DD, YYYY',
  'MMMM D, YYYY',
  'MMMM D YYYY',
  'MMMM Do, YYYY',
  'MMM D, YYYY',
  'DD MMMM YYYY',
  'D MMMM YYYY',
  'D MMM YYYY',
  'DD. MMMM YYYY',
  'D. MMMM YYYY',
  'D [de] MMMM [de] YYYY',
  'YYYY[年]M[月]D[日]',
  'DD.MM.YYYY',
  'D.M.YYYY',
  'MM-DD-YYYY',
  'MM/DD/YYYY',
  'M/D/YYYY',
  'DD/MM/YYYY',
  'D/M/YYYY',
  'YYYYMMDD',
  'YYYY MMMM',
  'MMMM YYYY',
  'YYYY-MM',
];

/** Languages whose months are tried where there is no day in English. */
const otherLocales = ['de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'pl', 'cs', 'fi', 'tr', 'ru'];

interface DayExpression {
  readonly format: string;
  readonly locale: string;
  readonly expression: RegExp;
}

function expressionsIn(locale: string, of: readonly string[]): readonly DayExpression[] {
  return of.map((format) => ({
    format,
    locale,
    expression: new RegExp(
      `(?<![\\p{L}\\d])(?:${dateExpression(format, locale, (inner) => inner)})(?![\\p{L}\\d])`,
      'giu',
    ),
  }));
}

const inEnglish = once(() => expressionsIn(english, formats));
const inOthers = once(() => {
  const named = formats.filter((format) => format.includes('MMM'));
  return otherLocales.flatMap((locale) => expressionsIn(locale, named));
});

/** What is longer is neither a heading nor a field. */
const longest = 500;

/** Returns the days in a text in order; where two readings overlap, the more telling one. */
export function datesInText(text: string): readonly DayInText[] {
  if (text.length > longest || !/\d/.test(text)) return [];
  const found = daysBy(inEnglish(), text);
  return found.length > 0 || !/\p{L}{3}/u.test(text) ? found : daysBy(inOthers(), text);
}

/** Returns the languages in which a text has a day, such as German and French for “6 mai 2025”; English where it has one in English. */
export function localesOfDays(text: string): readonly string[] {
  const locales = new Set(datesInText(text).map(({ locale }) => locale));
  if (locales.size === 0 || locales.has(english)) return [...locales];
  return otherLocales.filter((locale) => {
    const own = inOthers().filter((expression) => expression.locale === locale);
    return daysBy(own, text).length > 0;
  });
}

function daysBy(expressions: readonly DayExpression[], text: string): readonly DayInText[] {
  const found: DayInText[] = [];
  for (const { format, locale, expression } of expressions) {
    for (const { index, 0: written } of text.matchAll(expression)) {
      const end = index + written.length;
      const isFree = found.every((other) => other.end <= index || end <= other.start);
      const date = isFree ? dayOf(written, format, locale) : null;
      if (date !== null) found.push({ date, format, locale, start: index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Returns the ISO date of a text that is in the format to the letter; null of any other. */
function dayOf(written: string, format: string, locale: string): string | null {
  const { date, own } = readDateIn(written, format, locale);
  const iso = date === null ? null : isoOf(date);
  if (iso === null || !own) return null;
  const day = firstDayOf(iso);
  const right = formatDate(day, format, locale).toLowerCase();
  return right === written.replace(/\s+/g, ' ').toLowerCase() ? day : null;
}

/**
 * Returns the text with its days as `{date}` placeholders;
 * a day that is not that of the minutes, an ISO date, is `{day}`: the next meeting’s, for one.
 */
export function withDatePlaceholders(text: string, own: string | null = null): string {
  let result = '';
  let from = 0;
  for (const { date, format, start, end } of datesInText(text)) {
    const placeholder = datePlaceholder(format);
    result += text.slice(from, start);
    result += own === null || isSameDay(date, own, format) ? placeholder : asDay(placeholder);
    from = end;
  }
  return result + text.slice(from);
}

/** Returns a placeholder of the meeting’s day as one of any day. */
export function asDay(text: string): string {
  return text.replace(/\{date(?=[:?}])/g, '{day');
}

/** Returns whether two ISO dates are the same as far as the format says. */
export function isSameDay(date: string, own: string, format: string): boolean {
  const length = tellsDay(format) ? 'YYYY-MM-DD'.length : 'YYYY-MM'.length;
  return date.slice(0, length) === own.slice(0, length);
}

/** Returns the placeholder of a day in a format. */
export function datePlaceholder(format: string): string {
  return format === 'YYYY-MM-DD' ? '{date}' : `{date:${format}}`;
}
