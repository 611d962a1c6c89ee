import { once, cachedByText } from './cached.ts';

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

/** Returns the names of months and weekdays in the language of a BCP 47 tag; each list is made when it is first asked for. */
export function dateNamesIn(locale: string): DateNames {
  return locale === english ? englishNames : formattedNames(locale);
}

/** Returns the names as dates are formatted with them. */
export const formattedNames: (locale: string) => DateNames = cachedByText((locale) => {
  const forms = (
    days: readonly Date[],
    type: 'month' | 'weekday',
    beside = {},
  ): (() => NameForms) =>
    once(() => ({
      long: namesOf(locale, days, { [type]: 'long', ...beside }, type),
      short: namesOf(locale, days, { [type]: 'short', ...beside }, type),
    }));
  const own = forms(months, 'month');
  const besideDays = forms(months, 'month', { day: 'numeric' });
  const ofWeek = forms(weekdays, 'weekday');
  return {
    get months() {
      return own();
    },
    get monthsBesideDays() {
      return besideDays();
    },
    get weekdays() {
      return ofWeek();
    },
  };
});

/** The language whose names are read whatever a template says. */
export const english = 'en-US';

const englishMonths = namedIn(
  'January February March April May June July August September October November December',
);

/** Written out, because asking the formatter takes longer than the rest of a first check. */
const englishNames: DateNames = {
  months: englishMonths,
  monthsBesideDays: englishMonths,
  weekdays: namedIn('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
};

/** Names whose short forms are their first three letters. */
function namedIn(names: string): NameForms {
  const long = names.split(' ');
  return { long, short: long.map((name) => name.slice(0, 3)) };
}

/** Returns whether a text is the BCP 47 tag of a language whose names are known. */
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

/** Returns one part of each day as it is formatted; a month that is a number has its unit, as in Japanese. */
function namesOf(
  locale: string,
  days: readonly Date[],
  options: Intl.DateTimeFormatOptions,
  type: 'month' | 'weekday',
): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, {
    ...options,
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  return days.map((day) => {
    const parts = format.formatToParts(day);
    const index = parts.findIndex((each) => each.type === type);
    const value = parts[index]?.value ?? '';
    const unit = /^\p{N}+$/u.test(value) ? (parts[index + 1]?.value.trim() ?? '') : '';
    return (value + unit).normalize('NFC');
  });
}
