import { dateNamesIn, english, type NameForms } from './date-names.ts';
import { escapeExpression } from './escape-expression.ts';

/** A part of a date as people write it. */
export type DateToken =
  'YYYY' | 'YY' | 'MMMM' | 'MMM' | 'MM' | 'M' | 'Do' | 'DD' | 'D' | 'dddd' | 'ddd';

/** A piece of a date format; a literal holds text that is written as it is. */
export type DateFormatPart =
  | { readonly kind: 'token'; readonly token: DateToken }
  | { readonly kind: 'literal'; readonly text: string };

const pieces = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|Do|DD|D|dddd|ddd|[A-Za-z]+?|[^A-Za-z[]+|\[/g;
const tokens = /^(?:YYYY|YY|MMMM|MMM|MM|M|Do|DD|D|dddd|ddd)$/;

/** Returns the pieces of a format such as `D. MMMM YYYY [at noon]`; letters without a meaning are literals. */
export function datePartsOf(format: string): readonly DateFormatPart[] {
  return [...format.matchAll(pieces)].map(({ 0: piece, 1: literal }): DateFormatPart => {
    if (isToken(piece)) return { kind: 'token', token: piece };
    return { kind: 'literal', text: literal ?? piece };
  });
}

/** Returns the first letters of a format that have no meaning and are not in brackets; null where there are none. */
export function strayLetters(format: string): string | null {
  const unread = format.replace(/\[[^\]]*\]/g, ' ');
  for (const [word] of unread.matchAll(/[A-Za-z]+/g)) {
    if (datePartsOf(word).some(({ kind }) => kind === 'literal')) return word;
  }
  return null;
}

/** Returns whether a format has a part of a date, and no letters without a meaning. */
export function isDateFormat(format: string): boolean {
  return tokensOf(format).some((token) => !token.startsWith('d')) && strayLetters(format) === null;
}

/** Returns whether a format has year, month and day, so that it says one day. */
export function tellsDay(format: string): boolean {
  return ['Y', 'M', 'D'].every((letter) => hasPart(format, letter));
}

/** Returns whether a format has a part of a date: `Y`, `M`, `D`, or `d` for the weekday. */
export function hasPart(format: string, letter: string): boolean {
  return tokensOf(format).some((token) => token.startsWith(letter));
}

function tokensOf(format: string): readonly DateToken[] {
  return datePartsOf(format).flatMap((part) => (part.kind === 'token' ? [part.token] : []));
}

function isToken(piece: string): piece is DateToken {
  return tokens.test(piece);
}

/**
 * Returns a regular expression for texts in the format, whether there is such a day or not, with a group for each part.
 * Days and months may have a leading zero, days an ordinal ending, short names a full stop.
 */
export function dateExpression(
  format: string,
  locale: string,
  group: (inner: string) => string,
): string {
  const parts = datePartsOf(format);
  return parts
    .map((part, index) => {
      if (part.kind === 'literal') return literalExpression(part.text, parts[index - 1]);
      const beside = [parts[index - 1], parts[index + 1]];
      const tight = beside.some((other) => other?.kind === 'token' && isNumeric(other.token));
      return tokenExpression(part.token, tight, parts[index + 1], locale, group);
    })
    .join('');
}

/** A full stop after a day's number may be left out before a space. */
function literalExpression(text: string, before: DateFormatPart | undefined): string {
  const spaced = escapeExpression(text.normalize('NFC')).replace(/\s+/g, '\\s+');
  const afterDay = before?.kind === 'token' && before.token.startsWith('D');
  return afterDay ? spaced.replace(/^\\\.(?=\\s)/, '\\.?') : spaced;
}

const ordinal = '(?:st|nd|rd|th|er|º|ª|°)';

function tokenExpression(
  token: DateToken,
  tight: boolean,
  next: DateFormatPart | undefined,
  locale: string,
  group: (inner: string) => string,
): string {
  if (token === 'YYYY') return group('[0-9]{4}');
  if (token === 'YY') return group('[0-9]{2}');
  if (tight && isNumeric(token)) return group(token.length === 1 ? '[0-9]{1,2}' : '[0-9]{2}');
  if (token === 'MM' || token === 'M') return group('[0-9]{1,2}');
  if (token.startsWith('D')) {
    const stop = next?.kind === 'literal' && /^\s/.test(next.text) ? '|\\.' : '';
    return `${group('[0-9]{1,2}')}(?:${ordinal}${stop})?`;
  }
  return `${group(nameExpression(namesOf(token, locale)))}\\.?`;
}

function isNumeric(token: DateToken): boolean {
  return /^(?:YYYY|YY|MM|M|DD|D)$/.test(token);
}

/** Returns a regular expression for any of the names, the longest first. */
export function nameExpression(names: readonly string[]): string {
  const distinct = [...new Set(names.map((name) => name.replace(/\.$/, '')))];
  return `(?:${distinct
    .sort((a, b) => b.length - a.length)
    .map((name) => escapeExpression(name).replace(/\s+/g, '\\s+'))
    .join('|')})`;
}

/** Returns the names that a token may be written with, in the language and in English. */
function namesOf(token: DateToken, locale: string): readonly string[] {
  const length = token === 'MMMM' || token === 'dddd' ? 'long' : 'short';
  const languages = token.startsWith('d') ? weekdayLanguages(locale) : languagesOf(locale);
  const names = languages.flatMap((language) => {
    const all = dateNamesIn(language);
    if (token.startsWith('d')) return all.weekdays[length];
    return [...all.months[length], ...all.monthsBesideDays[length]];
  });
  if (token.startsWith('d')) return names;
  return length === 'long' ? [...names, 'Sept'] : [...names, 'June', 'July', 'Sept'];
}

/** Returns all names of months, long and short, in the language and in English. */
export function monthNames(locale: string): readonly string[] {
  return [...namesOf('MMMM', locale), ...namesOf('MMM', locale)];
}

/** Returns all names of weekdays, long and short, in the language and in English. */
export function weekdayNames(locale: string): readonly string[] {
  return languagesOf(locale).flatMap((language) => {
    const { long, short } = dateNamesIn(language).weekdays;
    return [...long, ...short];
  });
}

/** Returns the number of a month or a weekday, counted from 0, by one of its names; null where it is another word. */
export function numberOfName(
  name: string,
  kind: 'month' | 'weekday',
  locale: string,
): number | null {
  const own = comparable(name);
  if (kind === 'month' && own === 'sept') return 8;
  const languages = kind === 'weekday' ? weekdayLanguages(locale) : languagesOf(locale);
  for (const language of languages) {
    const names = dateNamesIn(language);
    const forms: readonly NameForms[] =
      kind === 'month' ? [names.months, names.monthsBesideDays] : [names.weekdays];
    for (const list of forms.flatMap(({ long, short }) => [long, short])) {
      const index = list.findIndex((each) => comparable(each) === own);
      if (index !== -1) return index;
    }
  }
  return null;
}

function comparable(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').replace(/\.$/, '').toLowerCase();
}

/** A template that names no language may still be of minutes that write weekdays in one: no two mean different days by a name. */
function weekdayLanguages(locale: string): readonly string[] {
  return locale === english ? [english, ...commonLanguages] : languagesOf(locale);
}

const commonLanguages = ['de', 'fr', 'es', 'it', 'nl', 'pt'];

function languagesOf(locale: string): readonly string[] {
  return locale === english ? [english] : [locale, english];
}
