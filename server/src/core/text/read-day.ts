import { addDays } from './calendar-date.ts';
import { numberOfName } from './date-format.ts';
import { dateNamesIn, english } from './date-names.ts';
import { readOtherDate } from './other-dates.ts';
import { isoOf, isReal, partsOf, type PartialDate } from './partial-date.ts';

/** What somebody who types a day means by it. */
export type DayReading =
  | { readonly kind: 'day'; readonly date: string }
  /** Day and month may be the other way round. */
  | { readonly kind: 'either'; readonly dates: readonly string[] }
  /** The month, ISO, doesn't have so many days. */
  | { readonly kind: 'impossible'; readonly month: string; readonly day: number }
  | { readonly kind: 'unreadable' };

/**
 * Returns the day that a text names, as people write it in the language or in English:
 * “today”, “tomorrow”, “Tuesday”, “12 January”, “2026-12-01”; without a year the next such day from today on.
 */
export function readDay(text: string, today: string, locale: string): DayReading {
  const words = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:on|next|am|den|der|le)\s/i, '')
    .replace(/^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\p{L}曜日)?$/u, inJapanese);
  const relative = relativeDay(words, today, locale) ?? nextWeekday(words, today, locale);
  if (relative !== null) return { kind: 'day', date: relative };
  const found = readWritten(words, today, locale);
  const [only, ...others] = found;
  if (only !== undefined) {
    return others.length === 0 ? { kind: 'day', date: only } : { kind: 'either', dates: found };
  }
  return impossibleDay(words, today, locale) ?? { kind: 'unreadable' };
}

function relativeDay(words: string, today: string, locale: string): string | null {
  for (const days of [0, 1, 2]) {
    const names = [locale, 'en'].map((language) =>
      new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day'),
    );
    if (names.some((name) => sameWord(name, words))) return addDays(today, days);
  }
  return null;
}

/** Returns the next day of that weekday after today. */
function nextWeekday(words: string, today: string, locale: string): string | null {
  const weekday = numberOfName(words, 'weekday', locale);
  if (weekday === null) return null;
  const own = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, ((weekday - own + 6) % 7) + 1);
}

function inJapanese(_: string, year: string | undefined, month: string, day: string): string {
  const name = dateNamesIn(english).months.long[Number(month) - 1] ?? month;
  return year === undefined ? `${name} ${day}` : `${year}-${month}-${day}`;
}

/** Returns the ISO dates that a written date may be. */
function readWritten(words: string, today: string, locale: string): readonly string[] {
  const dates = readOtherDate(words, orderOf(words, locale), locale).flatMap(
    (date) => isoFrom(date, today) ?? [],
  );
  return [...new Set(dates)];
}

/**
 * Returns a format that says which of two numbers is the day, or leaves it open:
 * before a full stop it is the first; English has both orders.
 */
function orderOf(words: string, locale: string): string {
  if (/^\d{1,2}\.\s?\d/.test(words)) return 'D.M';
  if (/^en\b/.test(locale)) return 'D';
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month') ? 'D.M' : 'M-D';
}

function isoFrom(date: PartialDate, today: string): string | null {
  if (date.year !== null) return isoOf(date);
  const year = Number(today.slice(0, 4));
  for (let after = 0; after <= leapYears; after++) {
    const own = { ...date, year: year + after };
    const iso = isReal(own) ? isoOf(own) : null;
    if (iso !== null && iso >= today) return iso;
  }
  return null;
}

/** The most years between two 29ths of February. */
const leapYears = 8;

/** Returns the month and the day that it lacks, of a text that would be a date if its day were the first. */
function impossibleDay(words: string, today: string, locale: string): DayReading | null {
  for (const { 0: day, index } of words.matchAll(/(?<!\d)\d{2}(?!\d)/g)) {
    const first = `${words.slice(0, index)}01${words.slice(index + day.length)}`;
    const [date] = readWritten(first, today, locale);
    if (date === undefined) continue;
    const { year, month } = partsOf(date);
    if (isReal({ year, month, day: Number(day) })) continue;
    return { kind: 'impossible', month: date.slice(0, 7), day: Number(day) };
  }
  return null;
}

function sameWord(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}
