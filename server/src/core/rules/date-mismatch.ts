import { minutesOn } from '../meetings/series.ts';
import { wrongYearOf } from '../meetings/wrong-year.ts';
import { formatDate, yearAfterJanuary } from '../text/calendar-date.ts';
import { fileNameDate, type WrittenDate } from '../matching/minutes-date.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { recurrenceOf } from './off-schedule.ts';
import { titleDate } from './shared/title-date.ts';

/** Finds a title whose date is not the file name’s, and minutes with the date of others. */
export const dateMismatch: MinutesRule = {
  id: 'date-mismatch',
  summary: 'The title has another date than the file name, or other minutes have the same date',
  severity: 'warning',
  docs: `
Minutes are often begun as a copy of the last ones, and the copy keeps the old date.
In January people write last year’s number, sometimes in both places:
where the series has a gap a year later and the day is none of its own, that is told, too.
One of the two dates is wrong, and only people know which; where one is last year’s or that of other minutes
in the series, the finding says so.

There is a repair either way: **Change the title’s date** or **Rename the file**.
**Change the year** writes the next one in both.

Two minutes of one series with the same date are a hint: one of them may be a forgotten copy.
`,
  headingsOnly: true,
  check: (context) => {
    const { fileName, template } = context;
    const title = titleDate(context);
    const file = fileName === null ? null : fileNameDate(fileName, template.options.fileName);
    if (fileName === null || !title?.date || !file?.date || !file.exact) {
      return reportTwin(context);
    }
    const inTitle = formatDate(file.date, title.format);
    if (formatDate(title.date, title.format) === inTitle) {
      const wrongYear = reportWrongYear(title, file, context);
      return wrongYear.length > 0 ? wrongYear : reportTwin(context);
    }
    const newName = fileName.replace(file.text, formatDate(title.date, file.format));
    const titleHint = title.exact ? hintAt(title.date, file.date, context) : '';
    const fileHint = title.exact ? hintAt(file.date, title.date, context) : '';
    return [
      {
        message: `The title says ${title.text}${titleHint}, the file name ${file.text}${fileHint}`,
        range: title.range,
        related: [],
        fixes: [
          {
            title: `Change the title’s date to ${inTitle}`,
            safe: false,
            edits: [{ range: title.range, text: inTitle }],
          },
          ...(title.exact
            ? [
                {
                  title: `Rename the file to “${newName}”`,
                  safe: false,
                  edits: [],
                  fileName: newName,
                },
              ]
            : []),
        ],
      },
    ];
  },
};

/** Reports minutes of January that title and file name date a year too early. */
function reportWrongYear(
  title: NonNullable<ReturnType<typeof titleDate>>,
  file: WrittenDate,
  context: RuleContext,
): readonly Report[] {
  const { date, fileName, history } = context;
  const later = date === null ? null : yearAfterJanuary(date);
  if (date === null || later === null || fileName === null || !title.exact) return [];
  const days = recurrenceOf(context, later);
  const reason = wrongYearOf(date, history, days && ((day) => days.holdsOn(day)));
  if (reason === null) return [];
  const text = formatDate(later, title.format);
  const newName = fileName.replace(file.text, formatDate(later, file.format));
  return [
    {
      ...(reason === 'taken' && { severity: 'hint' as const }),
      message:
        reason === 'taken'
          ? `${date} is the date of other minutes, too; on ${later} the series has a gap`
          : `${date} is probably a slip for ${later}: only then does the group meet on that day, and the series has a gap`,
      range: title.range,
      related: [],
      fixes: [
        {
          title: `Change the year to ${later.slice(0, 4)} in the title and the file name`,
          safe: false,
          edits: [{ range: title.range, text }],
          fileName: newName,
        },
      ],
    },
  ];
}

/** Says what makes one of two dates look wrong. */
function hintAt(date: string, other: string, { history }: RuleContext): string {
  if (minutesOn(history.series, date).length > 0) return ' (the date of other minutes)';
  const isLastYear =
    date.slice(4) === other.slice(4) && Number(date.slice(0, 4)) + 1 === Number(other.slice(0, 4));
  return isLastYear ? ' (last year)' : '';
}

/** Reports minutes whose date others of the series have, too. */
function reportTwin(context: RuleContext): readonly Report[] {
  const { date, minutes, history } = context;
  const [twin] = date === null ? [] : minutesOn(history.series, date);
  const heading = minutes.headings[0];
  if (twin === undefined || heading === undefined) return [];
  const name = twin.id.slice(twin.id.lastIndexOf('/') + 1);
  return [
    {
      severity: 'hint',
      message: `${name} has the same date, ${String(date)}`,
      range: titleDate(context)?.range ?? heading.range,
      related: [],
      fixes: [],
    },
  ];
}
