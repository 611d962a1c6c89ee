import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import { titleShape } from '../meetings/title-shape.ts';
import type { OutlineSection } from '../minutes/outline.ts';
import { headingText } from '../template/section-text.ts';
import { holdsUnfilled } from '../template/unfilled.ts';
import { mayBeCancelled as saysCancelled } from '../matching/cancelled-meeting.ts';
import { withoutOrnaments } from '../matching/loose-name.ts';
import type { Fix } from './finding.ts';
import type { OutlineRule, RuleContext } from './rule.ts';
import { headingContent, templatePlace } from './shared/outline-places.ts';

/** Finds titles that are not as the template says. */
export const malformedTitle: OutlineRule = {
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
  checkOutline: ({ match, template, statedDate, cancelled }) =>
    match.sections
      .filter(({ kind }) => kind === 'title')
      .filter(({ section }) => !holdsUnfilled(section.heading.text, template))
      .filter(({ section }) => !cancelled || !saysCancelled(section.heading.text, template))
      .map(({ expected, section }) => {
        const title = headingText(expected, template, statedDate);
        return {
          message: expected.message ?? l10n.t('The title should read “{0}”', title),
          range: headingContent(section),
          related: templatePlace(expected, l10n.t('The title in the template')),
          fixes: (context) =>
            holdsUnfilled(title, template) ? [] : [rewriteTitle(section, title, context)],
          ...departureFrom(expected, 'title', titleShape(withoutOrnaments(section.heading.text))),
        };
      }),
};

function rewriteTitle(
  section: OutlineSection,
  title: string,
  { minutes, match }: RuleContext,
): Fix {
  const { contentRange: range } = match.headingOf(section.heading);
  const isBare = minutes.text.charAt(range.start - 1) === '#';
  return {
    title: l10n.t('Rewrite the title as “{0}”', title),
    safe: false,
    edits: [{ range, text: isBare ? ` ${title}` : title }],
  };
}
