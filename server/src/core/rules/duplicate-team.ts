import * as l10n from '@vscode/l10n';
import type { OutlineTeam } from '../matching/template-match.ts';
import { joinFixes } from './duplicate-section.ts';
import type { OutlineRule } from './rule.ts';
import { teamsTemplate } from './shared/example-templates.ts';
import { headingRange } from './shared/outline-places.ts';

/** Finds teams that appear twice in the minutes. */
export const duplicateTeam: OutlineRule = {
  id: 'duplicate-team',
  summary: 'A team appears twice in the minutes',
  severity: 'warning',
  yieldsTo: ['unfilled-text', 'pasted-heading', 'malformed-team-heading'],
  structural: true,
  docs: {
    finds: `
The finding is at the second heading, and links to the first.
`,
    why: `
When two people write at once, each may add the team’s section.
A merge then keeps both, and readers see only the first.
`,
    repair: `
If one of the two is empty, **Remove the empty section** deletes it.
Otherwise, **Merge it into the first** puts the second text below the first one, and so with parts of the same name.
Check the result.
`,
    exampleTemplate: teamsTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Search - Robin Sand

- Faster

### Search - Robin Sand
^^^^^^^^^^^^^^^^^^^^^^^ duplicate-team: The team “Search” appears twice [unsafe fix: Remove the empty section “Search - Robin Sand”] [see 5:1: First occurrence]
~~~
`,
  },
  fixes: [
    { title: 'Remove the empty section', safe: false },
    { title: 'Merge it into the first', safe: false },
  ],
  checkOutline: ({ match }) => {
    const first = new Map<string, readonly OutlineTeam[]>();
    return match.teams.flatMap((matched) => {
      const name = matched.team.key;
      const others = first.get(name) ?? [];
      const known = others.find((other) => isSameList(other, matched));
      if (known === undefined) {
        first.set(name, [...others, matched]);
        return [];
      }
      return [
        {
          message: l10n.t('The team “{0}” appears twice', matched.team.team),
          range: headingRange(matched.section),
          related: (context) => [
            {
              document: 'minutes' as const,
              range: headingRange(known.section)(context),
              message: l10n.t('First occurrence'),
            },
          ],
          fixes: (context) => joinFixes(matched.section, known.section, context),
        },
      ];
    });
  },
};

/** A list of teams that repeats has each team once each time. */
function isSameList(a: OutlineTeam, b: OutlineTeam): boolean {
  return a.parent === b.parent || a.expected !== b.expected;
}
