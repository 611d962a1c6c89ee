import { RE2JS } from 're2js';
import { dateNamesIn } from './date-names.ts';
import { dateExpression, datePartsOf, numberOfName, type DateToken } from './date-format.ts';
import { readOtherDate } from './other-dates.ts';
import { isReal, type PartialDate } from './partial-date.ts';
import { cachedByText } from './cached.ts';

/** What a text says of a date. */
export interface DateReading {
  /** Null where there is no such day, or where it may be two. */
  readonly date: PartialDate | null;
  /** The calendar has no such day. */
  readonly impossible: boolean;
  /** The text is in the format, if not to the letter; else it is a date in another form. */
  readonly own: boolean;
  /** The weekday that is in it, 0 for Sunday. */
  readonly weekday: number | null;
}

/** Returns what a text says that is a date in the format or in another form. */
export function readDateIn(text: string, format: string, locale: string): DateReading {
  const own = readerOf(format, locale)(text.trim());
  if (own?.date !== undefined && own.date !== null) return own;
  const others = readOtherDate(text.trim(), format, locale);
  const [other] = others;
  if (other === undefined)
    return own ?? { date: null, impossible: true, own: false, weekday: null };
  return {
    date: others.length === 1 ? other : null,
    impossible: false,
    own: false,
    weekday: null,
  };
}

type Reader = (text: string) => DateReading | null;

function readerOf(format: string, locale: string): Reader {
  return readers(`${locale}\n${format}`).read;
}

/** Cached, because formats are few and compiling them is slow. */
const readers = cachedByText((key): { read: Reader } => {
  const [locale = '', format = ''] = key.split('\n', 2);
  const tokens = datePartsOf(format).flatMap((part) => (part.kind === 'token' ? [part.token] : []));
  const expression = dateExpression(format, locale, (inner) => `(${inner})`);
  const groupsOf = (usual.includes(format) ? usualGroups : linearGroups)(`^(?:${expression})$`);
  const read: Reader = (text) => {
    const groups = groupsOf(text.normalize('NFC'));
    if (groups === null) return null;
    const values = tokens.map((token, index) => valueOf(token, groups[index] ?? '', locale));
    const at = (letter: string): number | null =>
      values[tokens.findIndex((token) => token.startsWith(letter))] ?? null;
    const date = { year: at('Y'), month: at('M'), day: at('D') };
    const real = isReal(date);
    return { date: real ? date : null, impossible: !real, own: true, weekday: at('d') };
  };
  return { read };
});

/** Returns the groups of an expression in a whole text; null where it doesn't match. */
type Groups = (text: string) => readonly string[] | null;

/** Formats of our own, whose expressions are compiled in no time by the regular expressions of JavaScript, and linear with these, too. */
const usual: readonly string[] = ['YYYY-MM-DD', 'MM-DD-YYYY'];

function usualGroups(expression: string): Groups {
  const compiled = new RegExp(expression, 'iu');
  return (text) => compiled.exec(text)?.slice(1) ?? null;
}

/** A template's own format may have any number of parts. */
function linearGroups(expression: string): Groups {
  const compiled = RE2JS.compile(expression, RE2JS.CASE_INSENSITIVE);
  return (text) => {
    const matcher = compiled.matcher(text);
    if (!matcher.matches()) return null;
    return Array.from(
      { length: matcher.groupCount() },
      (_, index) => matcher.group(index + 1) ?? '',
    );
  };
}

function valueOf(token: DateToken, text: string, locale: string): number | null {
  if (token === 'MMMM' || token === 'MMM') {
    const month = numberOfName(text, 'month', locale);
    return month === null ? null : month + 1;
  }
  if (token === 'dddd' || token === 'ddd') return numberOfName(text, 'weekday', locale);
  if (token === 'YY') return Number(text) + (Number(text) < 70 ? 2000 : 1900);
  return Number(text);
}

/** Returns a date in the format, in the language; null where it leaves open what the format says. */
export function formatDateIn(date: PartialDate, format: string, locale: string): string | null {
  const parts = datePartsOf(format);
  const hasDay = parts.some((part) => part.kind === 'token' && part.token.startsWith('D'));
  let text = '';
  for (const part of parts) {
    const written =
      part.kind === 'literal' ? part.text : writeToken(part.token, date, hasDay, locale);
    if (written === null) return null;
    text += written;
  }
  return text;
}

function writeToken(
  token: DateToken,
  { year, month, day }: PartialDate,
  hasDay: boolean,
  locale: string,
): string | null {
  if (token.startsWith('Y')) return year === null ? null : padded(year, 4).slice(-token.length);
  if (token.startsWith('d')) {
    if (year === null || month === null || day === null) return null;
    const { long, short } = dateNamesIn(locale).weekdays;
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    return (token === 'dddd' ? long : short)[weekday] ?? null;
  }
  const value = token.startsWith('M') ? month : day;
  if (value === null) return null;
  if (token === 'Do') return `${String(value)}${ordinalOf(value)}`;
  if (token.length < 3) return padded(value, token.length);
  const names = dateNamesIn(locale);
  const { long, short } = hasDay ? names.monthsBesideDays : names.months;
  return (token === 'MMMM' ? long : short)[value - 1] ?? null;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function ordinalOf(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
