import * as l10n from '@vscode/l10n';
import { isWithin, verbatimRangesIn } from '../minutes/verbatim-ranges.ts';
import { dateFormatsOf } from '../template/date-formats.ts';
import type { Template } from '../template/template.ts';
import { formatDate } from '../text/calendar-date.ts';
import { dateNamesIn, english } from '../text/date-names.ts';
import { dateExpression, nameExpression, numberOfName, weekdayNames } from '../text/date-format.ts';
import { readDateIn } from '../text/date-reading.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { isoOf } from '../text/partial-date.ts';
import { cachedByText, cachedByObject, once } from '../text/cached.ts';
import { createWordFilter } from '../text/word-filter.ts';
import type { PieceRule, Report } from './rule.ts';

/** Finds weekdays beside a date that falls on another. */
export const wrongWeekday: PieceRule = {
  id: 'wrong-weekday',
  summary: 'The weekday doesn’t match the date next to it',
  severity: 'warning',
  docs: {
    finds: `
Compared are weekdays in the template’s language or in English, directly before or after an ISO date or a date in one of the template’s forms.
`,
    why: `
\`Tuesday 2018-06-27\` was a Wednesday.
Readers come on one of two days.
`,
    repair: `
**Change the weekday** writes the weekday of the date.
The date may be what is wrong.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

The next call is on Tuesday, 2018-07-04.
                    ^^^^^^^ wrong-weekday: 2018-07-04 is a Wednesday, not a Tuesday [unsafe fix: Change the weekday to “Wednesday”]
~~~
`,
  },
  fixes: [{ title: 'Change the weekday to', safe: false }],
  concerns: {
    test: (text, { options }) => mayHoldWeekday(options.placeholders.locale)(text),
  },
  checkPiece: (context) => {
    const { text, template } = context;
    const verbatim = once(() => verbatimRangesIn(context.tree));
    return formsOf(template).flatMap((form) =>
      datesBesideWeekdays(text, form)
        .flatMap((found) => reportDay(found, form, template))
        .filter(({ range }) => !isWithin(range.start, verbatim())),
    );
  },
};

interface WeekdayBesideDate {
  readonly weekday: string;
  readonly range: OffsetRange;
  readonly date: string;
}

/** A date format with the expressions for a weekday before and after a date. */
interface DateForm {
  readonly format: string;
  readonly before: RegExp;
  readonly after: RegExp;
}

const mayHoldWeekday = cachedByText((locale) => createWordFilter(weekdayNames(locale)));

/** ISO dates, and dates as the template has them. */
const formsOf = cachedByObject((template: Template): readonly DateForm[] => {
  const { locale } = template.options.placeholders;
  const weekday = `(${nameExpression(weekdayNames(locale))})`;
  const start = '(?<![\\p{L}\\p{N}-])';
  const end = '(?![\\p{L}\\p{N}-])';
  return dateFormatsOf(template).map((format) => {
    const date = `(${dateExpression(format, locale, (inner) => inner)})`;
    return {
      format,
      before: new RegExp(`${start}${weekday}\\.?,?[ \\t]+(?:the[ \\t]+)?${date}${end}`, 'giu'),
      after: new RegExp(`${start}${date},?[ \\t]+\\(?${weekday}${end}`, 'giu'),
    };
  });
});

function datesBesideWeekdays(text: string, form: DateForm): readonly WeekdayBesideDate[] {
  return [
    ...[...text.matchAll(form.before)].map(({ 1: weekday = '', 2: written = '', index }) => ({
      weekday,
      date: written,
      range: { start: index, end: index + weekday.length },
    })),
    ...[...text.matchAll(form.after)].map(
      ({ 0: all, 1: written = '', 2: weekday = '', index }) => ({
        weekday,
        date: written,
        range: { start: index + all.length - weekday.length, end: index + all.length },
      }),
    ),
  ];
}

function reportDay(
  { weekday, date, range }: WeekdayBesideDate,
  { format }: DateForm,
  { options }: Template,
): Report[] {
  const { locale } = options.placeholders;
  const read = readDateIn(date, format, locale).date;
  const day = read === null ? null : isoOf(read);
  const language = [locale, english].find((each) => isWeekdayOf(weekday, each));
  if (day === null || language === undefined) return [];
  const right = formatDate(day, isLong(weekday, language) ? 'dddd' : 'ddd', language);
  const said = numberOfName(weekday, 'weekday', locale);
  if (said === numberOfName(right, 'weekday', locale)) return [];
  return [
    {
      message: l10n.t('{0} is a {1}, not a {2}', date, right, weekday),
      range,
      related: [],
      fixes: [
        {
          title: l10n.t('Change the weekday to “{0}”', right),
          safe: false,
          edits: [{ range, text: right }],
        },
      ],
    },
  ];
}

/** Short names are also other words in many languages, and so begin with a capital letter where the language’s do. */
function isWeekdayOf(text: string, locale: string): boolean {
  const { long, short } = dateNamesIn(locale).weekdays;
  const own = text.toLowerCase();
  return (
    long.some((name) => name.toLowerCase() === own) ||
    short.some((name) => name.replace(/\.$/, '') === text)
  );
}

function isLong(text: string, locale: string): boolean {
  const { long } = dateNamesIn(locale).weekdays;
  return long.some((name) => name.toLowerCase() === text.toLowerCase());
}
