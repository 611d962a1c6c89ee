import * as l10n from '@vscode/l10n';
import type { PlacedDate } from '../matching/dates-in-minutes.ts';
import { fileDate } from '../matching/file-date.ts';
import { formatKnown } from '../text/calendar-date.ts';
import { isoOf } from '../text/partial-date.ts';
import type { Fix } from './finding.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { changeOfDate } from './shared/change-of-date.ts';
import { datePlace } from './shared/date-place.ts';
import { sectionDates } from './shared/section-dates.ts';

/** Finds dates of days that don't exist. */
export const invalidDate: MinutesRule = {
  id: 'invalid-date',
  summary: 'A date doesn’t exist',
  severity: 'warning',
  whenCancelled: true,
  docs: {
    finds: `
A date in the text or in the file name is not in the calendar.
`,
    why: `
\`2018-02-30\` looks like a date but is not one, so that these minutes can’t be ordered among the others.
`,
    repair: `
**Change the date** or **Rename the file** copies the date from another place where it is valid.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-31
         ^^^^^^^^^^ invalid-date: 2018-06-31 is not a valid date [unsafe fix: Change the title’s date to 2018-06-26]
~~~
`,
  },
  fixes: [
    { title: 'Change', safe: false },
    { title: 'Rename the file to', safe: false },
  ],
  check: (context) => [
    ...sectionDates(context)
      .filter(({ impossible }) => impossible)
      .map((date) => reportDate(date, context)),
    ...invalidFileDate(context),
  ],
};

function reportDate(placed: PlacedDate, { template, statedDate, dates }: RuleContext): Report {
  const { locale } = template.options.placeholders;
  const isMeeting = dates().some(({ range }) => range().start === placed.range().start);
  const text =
    statedDate === null || !isMeeting ? null : formatKnown(statedDate, placed.format, locale);
  return {
    message: l10n.t('{0} is not a valid date', placed.text),
    range: placed.range(),
    related: [],
    fixes: text === null ? [] : [changeOfDate(placed, text)],
  };
}

function invalidFileDate(context: RuleContext): readonly Report[] {
  const { fileName, template, dates } = context;
  const file = fileName === null ? null : fileDate(fileName, template);
  if (file?.date !== null) return [];
  const right = dates().flatMap(({ date }) => (date === null ? [] : (isoOf(date) ?? [])));
  const name = right[0] === undefined ? null : file.nameFor(right[0]);
  const fixes: Fix[] =
    name === null
      ? []
      : [
          {
            title: l10n.t('Rename the file to “{0}”', name),
            safe: false,
            edits: [],
            fileName: name,
          },
        ];
  return [
    {
      message: l10n.t('{0} in the file name is not a valid date', file.text),
      range: datePlace(context),
      related: [],
      fixes,
    },
  ];
}
