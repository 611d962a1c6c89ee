import { minutesOn } from '../meetings/series.ts';
import { formatDate } from '../text/calendar-date.ts';
import { fileNameDate } from '../template/minutes-date.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { titleDate } from './title-date.ts';

/** Finds a title whose date is not the file name’s, and minutes with the date of others. */
export const dateMismatch: MinutesRule = {
  id: 'date-mismatch',
  summary: 'The title has another date than the file name, or other minutes have the same date',
  severity: 'warning',
  docs: `
Minutes are often begun as a copy of the last ones, and the copy keeps the old date.
In January people write last year’s number.
One of the two dates is wrong, and only people know which; where one is last year’s or that of other minutes
in the series, the finding says so.

There is a repair either way: **Change the title’s date** or **Rename the file**.

Two minutes of one series with the same date are a hint: one of them may be a forgotten copy.
`,
  check: (context) => {
    const { fileName, template } = context;
    const title = titleDate(context);
    const file = fileName === null ? null : fileNameDate(fileName, template.options.fileName);
    if (fileName === null || !title?.date || !file?.date || !file.exact) {
      return reportTwin(context);
    }
    const inTitle = formatDate(file.date, title.format);
    if (formatDate(title.date, title.format) === inTitle) return reportTwin(context);
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
