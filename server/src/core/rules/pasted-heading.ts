import * as l10n from '@vscode/l10n';
import { changeLevels } from './shared/change-level.ts';
import type { OutlineRule } from './rule.ts';

/** Finds headings that were pasted into a section and are at its level or above. */
export const pastedHeading: OutlineRule = {
  id: 'pasted-heading',
  summary: 'Headings pasted into an update are at its level or above',
  severity: 'warning',
  yieldsTo: ['unfilled-text'],
  structural: true,
  isEvidence: true,
  docs: {
    finds: `
All headings of one paste are one finding.
`,
    why: `
Release notes begin with headings such as \`# New Features\`.
Pasted into a team’s update, such a heading ends the update, and every team after it drops out of its section.
`,
    repair: `
**Demote** moves the pasted headings down together, so that the highest of them is one level below the team.
`,
    examples: `
~~~template.md
# Weekly {date}

## Teams

### {team} - {lead}

## Decisions
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Search - Robin Sand

# New Features
^^^^^^^^^^^^^^ pasted-heading: “New Features” was probably pasted into “Search - Robin Sand”, and ends that section [unsafe fix: Demote “New Features” below “Search - Robin Sand”] [see 5:1: The section that it was pasted into]

- Faster

### Mail - Alex Moor

- Fixed

## Decisions
~~~
`,
  },
  fixes: [{ title: 'Demote', safe: false }],
  checkOutline: ({ match }) =>
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
          range: ({ match: { headingOf } }) => headingOf(first).range,
          related: ({ match: { headingOf } }) => [
            {
              document: 'minutes',
              range: headingOf(container).range,
              message: l10n.t('The section that it was pasted into'),
            },
            ...others.map((heading) => ({
              document: 'minutes' as const,
              range: headingOf(heading).range,
              message: l10n.t('“{0}” was pasted with it', heading.text),
            })),
          ],
          fixes: ({ match: { headingOf } }) => [
            {
              title:
                others.length === 0
                  ? l10n.t('Demote “{0}” below “{1}”', first.text, container.text)
                  : l10n.t('Demote {0} headings below “{1}”', headings.length, container.text),
              safe: false,
              edits: changeLevels(
                headings.map(({ heading, depth }) => ({ heading: headingOf(heading), depth })),
              ),
            },
          ],
        },
      ];
    }),
};
