import { remember } from './remember.ts';

/** What months and weekdays are called in one language; weekdays begin with Sunday. */
export interface DateNames {
  readonly months: NameForms;
  /** Names of months as they are written beside a day, which some languages inflect. */
  readonly monthsBesideDays: NameForms;
  readonly weekdays: NameForms;
}

/** Names in the order of the calendar. */
export interface NameForms {
  readonly long: readonly string[];
  readonly short: readonly string[];
}

/** Returns the names of months and weekdays in the language of a BCP 47 tag. */
export const dateNamesIn: (locale: string) => DateNames = remember((locale) => ({
  months: formsOf((length) => months.map((day) => part(locale, day, { month: length }, 'month'))),
  monthsBesideDays: formsOf((length) =>
    months.map((day) => part(locale, day, { month: length, day: 'numeric' }, 'month')),
  ),
  weekdays: formsOf((length) =>
    weekdays.map((day) => part(locale, day, { weekday: length }, 'weekday')),
  ),
}));

/** The language whose names are read whatever a template says. */
export const english = 'en-US';

/** Tells whether a text is the BCP 47 tag of a language whose names are known. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2018, month, 4)));
/** The first of them is a Sunday. */
const weekdays = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2018, 0, 7 + day)));

function formsOf(names: (length: 'long' | 'short') => readonly string[]): NameForms {
  return { long: names('long'), short: names('short') };
}

/** Returns one part of a formatted day; a month that is a number has its unit, as in Japanese. */
function part(
  locale: string,
  day: Date,
  options: Intl.DateTimeFormatOptions,
  type: 'month' | 'weekday',
): string {
  const format = new Intl.DateTimeFormat(locale, {
    ...options,
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  const parts = format.formatToParts(day);
  const index = parts.findIndex((each) => each.type === type);
  const value = parts[index]?.value ?? '';
  const unit = /^\p{N}+$/u.test(value) ? (parts[index + 1]?.value.trim() ?? '') : '';
  return (value + unit).normalize('NFC');
}
