import * as l10n from '@vscode/l10n';
import { formatKnown } from '../text/calendar-date.ts';
import { isoOf } from '../text/partial-date.ts';
import type { PlacedDate } from '../matching/dates-in-minutes.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { dateDeparture } from './shared/date-departure.ts';
import { sectionDates } from './shared/section-dates.ts';

/** Finds real dates in another form than the template's. */
export const malformedDate: MinutesRule = {
  id: 'malformed-date',
  summary: 'A date has a different form than in the template',
  severity: 'warning',
  structural: true,
  isEvidence: true,
  whenCancelled: true,
  docs: {
    finds: `
A padded day or month, an ordinal ending, a period after a short name, and capital letters make no difference.
`,
    why: `
Readers know which day is meant, but can’t find the minutes by the name that the others have.
`,
    repair: `
**Write the date** changes it to the template’s form.
`,
    examples: `
~~~template.md
# Weekly {date:MMMM D, YYYY}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26
         ^^^^^^^^^^ malformed-date: “2018-06-26” is written differently from the template: “June 26, 2018” [unsafe fix: Write the date “June 26, 2018”]
~~~
`,
  },
  fixes: [{ title: 'Write the date', safe: false }],
  check: (context) =>
    sectionDates(context)
      .filter(({ own, impossible }) => !own && !impossible)
      .map((date) => reportDate(date, context)),
};

function reportDate({ text, format, date, range }: PlacedDate, { template }: RuleContext): Report {
  const iso = date === null ? null : isoOf(date);
  const { locale } = template.options.placeholders;
  const right = iso === null ? null : formatKnown(iso, format, locale);
  return {
    message:
      right === null
        ? l10n.t('“{0}” is written differently from the template, which has “{1}”', text, format)
        : l10n.t('“{0}” is written differently from the template: “{1}”', text, right),
    range: range(),
    related: [],
    fixes:
      right === null
        ? []
        : [
            {
              title: l10n.t('Write the date “{0}”', right),
              safe: false,
              edits: [{ range: range(), text: right }],
            },
          ],
    ...dateDeparture(text, format, template),
  };
}
