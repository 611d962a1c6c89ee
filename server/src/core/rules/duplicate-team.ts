import * as l10n from '@vscode/l10n';
import type { MatchedTeam } from '../matching/template-match.ts';
import { removeEmptyOf } from './duplicate-section.ts';
import type { MinutesRule } from './rule.ts';

/** Finds teams that stand twice in the minutes. */
export const duplicateTeam: MinutesRule = {
  id: 'duplicate-team',
  summary: 'A team stands twice in the minutes',
  severity: 'warning',
  docs: `
When two people write at once, each may add the team’s section.
A merge then keeps both, and a reader sees only the first.

The finding links the first one.
Where one of the two is empty, **Remove the empty section** takes it away; otherwise bring their texts together by hand.
`,
  headingsOnly: true,
  check: (context) => {
    const first = new Map<string, MatchedTeam>();
    return context.match.teams.flatMap((matched) => {
      const name = matched.team.key;
      const known = first.get(name);
      if (known === undefined) {
        first.set(name, matched);
        return [];
      }
      return [
        {
          message: l10n.t('The team “{0}” appears twice', matched.team.team),
          range: matched.section.heading.range,
          related: [
            {
              document: 'minutes' as const,
              range: known.section.heading.range,
              message: l10n.t('First occurrence'),
            },
          ],
          fixes: removeEmptyOf(matched.section, known.section, context),
        },
      ];
    });
  },
};
