import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import { titleShape } from '../meetings/title-shape.ts';
import { headingText } from '../template/section-text.ts';
import { holdsUnfilled } from '../template/unfilled.ts';
import { mayBeCancelled as saysCancelled } from '../matching/cancelled-meeting.ts';
import type { MinutesRule } from './rule.ts';

/** Finds titles that are not as the template says. */
export const malformedTitle: MinutesRule = {
  id: 'malformed-title',
  summary: 'The title doesn’t match the template',
  severity: 'warning',
  yieldsTo: ['unfilled-text', 'pasted-heading'],
  structural: true,
  isEvidence: true,
  whenCancelled: true,
  docs: {
    finds: `
A title that still has a placeholder is reported as \`unfilled-text\` instead.
`,
    why: `
Titles of one form can be found, sorted and compared.
`,
    repair: `
**Rewrite the title** replaces it with the template’s, with the date from the file name.
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Tuesday's call
  ^^^^^^^^^^^^^^ malformed-title: The title should read “Weekly 2018-06-26” [unsafe fix: Rewrite the title as “Weekly 2018-06-26”]
~~~
`,
  },
  fixes: [{ title: 'Rewrite the title as', safe: false }],
  check: ({ minutes, match, template, told, cancelled }) =>
    match.sections
      .filter(({ kind }) => kind === 'title')
      .filter(({ section }) => !holdsUnfilled(section.heading.text, template))
      .filter(({ section }) => !cancelled || !saysCancelled(section.heading.text, template))
      .map(({ expected, section: { heading } }) => {
        const title = headingText(expected, template, told);
        const isBare = minutes.text.charAt(heading.contentRange.start - 1) === '#';
        return {
          message: expected.message ?? l10n.t('The title should read “{0}”', title),
          range: heading.contentRange,
          related: [
            {
              document: 'template',
              range: expected.range,
              message: l10n.t('The title in the template'),
            },
          ],
          fixes: holdsUnfilled(title, template)
            ? []
            : [
                {
                  title: l10n.t('Rewrite the title as “{0}”', title),
                  safe: false,
                  edits: [{ range: heading.contentRange, text: isBare ? ` ${title}` : title }],
                },
              ],
          ...departureFrom(expected, 'title', titleShape(heading.text)),
        };
      }),
};
