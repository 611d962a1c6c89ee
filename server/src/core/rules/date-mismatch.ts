import * as l10n from '@vscode/l10n';
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
    return [
      {
        message: mismatchMessage(title, file, context),
        range: title.range,
        related: [],
        fixes: [
          {
            title: l10n.t('Change the title’s date to {0}', inTitle),
            safe: false,
            edits: [{ range: title.range, text: inTitle }],
          },
          ...(title.exact
            ? [
                {
                  title: l10n.t('Rename the file to “{0}”', newName),
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
          ? l10n.t('Other minutes have the date {0} too; the series has a gap on {1}', date, later)
          : l10n.t(
              '{0} is probably a slip for {1}: the group meets only on the later day, and the series has a gap there',
              date,
              later,
            ),
      range: title.range,
      related: [],
      fixes: [
        {
          title: l10n.t('Change the year to {0} in the title and the file name', later.slice(0, 4)),
          safe: false,
          edits: [{ range: title.range, text }],
          fileName: newName,
        },
      ],
    },
  ];
}

function mismatchMessage(title: WrittenDate, file: WrittenDate, context: RuleContext): string {
  const dates = [describeDate(title, file, context), describeDate(file, title, context)];
  return l10n.t('The title says {0}, the file name {1}', ...dates);
}

/** Returns a date, with what makes it look wrong beside the other one. */
function describeDate(own: WrittenDate, other: WrittenDate, { history }: RuleContext): string {
  const { text, date } = own;
  if (date === null || other.date === null || !own.exact || !other.exact) return text;
  if (minutesOn(history.series, date).length > 0) {
    return l10n.t('{0} (the date of other minutes)', text);
  }
  const isLastYear =
    date.slice(4) === other.date.slice(4) &&
    Number(date.slice(0, 4)) + 1 === Number(other.date.slice(0, 4));
  return isLastYear ? l10n.t('{0} (last year)', text) : text;
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
      message: l10n.t('{0} has the same date, {1}', name, String(date)),
      range: titleDate(context)?.range ?? heading.range,
      related: [],
      fixes: [],
    },
  ];
}
