import * as l10n from '@vscode/l10n';
import { formatKnown } from '../text/calendar-date.ts';
import { isoOf } from '../text/partial-date.ts';
import type { PlacedDate } from '../matching/dates-in-minutes.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { sectionDates } from './shared/section-dates.ts';

/** Finds real dates in another form than the template's. */
export const malformedDate: MinutesRule = {
  id: 'malformed-date',
  summary: 'A date is written differently from the template',
  severity: 'warning',
  docs: `
The template has \`{date:MMMM D, YYYY}\`, and the title says \`2018-06-26\`.
Everybody knows which day is meant, but the minutes can’t be found by what the others are called.

A padded day or month, an ordinal ending, a full stop behind a short name, and capital letters make no difference.

**Write the date** puts it into the template’s form.
It is no part of fix-all, for somebody wrote the date so on purpose.
`,
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
  };
}
