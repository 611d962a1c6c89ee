import * as l10n from '@vscode/l10n';
import { changeLevels } from './shared/change-level.ts';
import type { MinutesRule } from './rule.ts';

/** Finds headings that were pasted into a section and stand at its level or above. */
export const pastedHeading: MinutesRule = {
  id: 'pasted-heading',
  summary: 'Headings pasted into an update stand at its level or above',
  severity: 'warning',
  docs: `
Release notes begin with headings such as \`# New Features\`.
Pasted into a team’s update, such a heading ends the update, and every team below it drops out of its section.

All headings of one paste are one finding.
**Demote** moves them down together, so that the highest of them stands one level below the team:

\`\`\`markdown
### Search - Robin Sand

#### New Features
\`\`\`
`,
  check: ({ match }) =>
    match.pasted.flatMap(({ container, headings }) => {
      const [first, ...others] = headings.map(({ heading }) => heading);
      if (first === undefined) return [];
      return [
        {
          message: l10n.t(
            '“{0}” was probably pasted into “{1}”, and ends that section',
            first.text,
            container.text,
          ),
          range: first.range,
          related: [
            {
              document: 'minutes',
              range: container.range,
              message: l10n.t('The section that it was pasted into'),
            },
            ...others.map(({ range, text }) => ({
              document: 'minutes' as const,
              range,
              message: l10n.t('“{0}” was pasted with it', text),
            })),
          ],
          fixes: [
            {
              title:
                others.length === 0
                  ? l10n.t('Demote “{0}” below “{1}”', first.text, container.text)
                  : l10n.t('Demote {0} headings below “{1}”', headings.length, container.text),
              safe: false,
              edits: changeLevels(headings),
            },
          ],
        },
      ];
    }),
};
