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
          message: `“${first.text}” ends the section “${container.text}”: it seems to be pasted into it`,
          range: first.range,
          related: [
            {
              document: 'minutes',
              range: container.range,
              message: 'The section that it was pasted into',
            },
            ...others.map(({ range, text }) => ({
              document: 'minutes' as const,
              range,
              message: `“${text}” was pasted with it`,
            })),
          ],
          fixes: [
            {
              title:
                others.length === 0
                  ? `Demote “${first.text}” below “${container.text}”`
                  : `Demote ${String(headings.length)} headings below “${container.text}”`,
              safe: false,
              edits: changeLevels(headings),
            },
          ],
        },
      ];
    }),
};
