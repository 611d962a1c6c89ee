import { formatDate } from '../text/calendar-date.ts';
import { dateExpression } from '../text/date-format.ts';
import { english } from '../text/date-names.ts';
import { readDateIn } from '../text/date-reading.ts';
import { firstDayOf, isoOf } from '../text/partial-date.ts';

/** A day that is in a text, with the format that writes it. */
export interface DayInText {
  /** ISO date. */
  readonly date: string;
  readonly format: string;
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
  'D. MMMM YYYY',
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

const expressions = formats.map((format) => ({
  format,
  expression: new RegExp(
    `(?<![\\p{L}\\d])(?:${dateExpression(format, english, (inner) => inner)})(?![\\p{L}\\d])`,
    'giu',
  ),
}));

/** What is longer is neither a heading nor a field. */
const longest = 500;

/** Returns the days in a text in order; where two readings overlap, the more telling one. */
export function datesInText(text: string): readonly DayInText[] {
  if (text.length > longest || !/\d/.test(text)) return [];
  const found: DayInText[] = [];
  for (const { format, expression } of expressions) {
    for (const { index, 0: written } of text.matchAll(expression)) {
      const end = index + written.length;
      const isFree = found.every((other) => other.end <= index || end <= other.start);
      const date = isFree ? dayOf(written, format) : null;
      if (date !== null) found.push({ date, format, start: index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Returns the ISO date of a text that is in the format to the letter; null of any other. */
function dayOf(written: string, format: string): string | null {
  const { date, own } = readDateIn(written, format, english);
  const iso = date === null ? null : isoOf(date);
  if (iso === null || !own) return null;
  const day = firstDayOf(iso);
  const right = formatDate(day, format, english).toLowerCase();
  return right === written.replace(/\s+/g, ' ').toLowerCase() ? day : null;
}

/** Returns the text with its days as `{date}` placeholders. */
export function withDatePlaceholders(text: string): string {
  let result = '';
  let from = 0;
  for (const { format, start, end } of datesInText(text)) {
    result += text.slice(from, start) + datePlaceholder(format);
    from = end;
  }
  return result + text.slice(from);
}

/** Returns the placeholder of a day in a format. */
export function datePlaceholder(format: string): string {
  return format === 'YYYY-MM-DD' ? '{date}' : `{date:${format}}`;
}
