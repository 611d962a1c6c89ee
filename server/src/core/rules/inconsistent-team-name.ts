import * as l10n from '@vscode/l10n';
import { usualTeamName } from '../meetings/usual-writing.ts';
import { teamsOn } from '../template/roster.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { MinutesRule, RuleContext } from './rule.ts';
import { teamNameEdit } from './shared/team-heading-edit.ts';

/** Finds team names that are written otherwise than elsewhere. */
export const inconsistentTeamName: MinutesRule = {
  id: 'inconsistent-team-name',
  summary: 'A team’s name is written otherwise than in the roster or in the other minutes',
  severity: 'hint',
  docs: `
\`GrootFS\` and \`Grootfs\` are one team to a reader and two to a search.

The name is compared, without case, spaces and punctuation, with the one that the series uses most.
Where there is a roster, its spelling counts.

**Rename** writes the name as it is written there.
`,
  headingsOnly: true,
  check: (context) =>
    context.match.teams.flatMap((matched) => {
      const { team, section } = matched;
      const usual = usualName(team.team, context);
      if (usual === null || usual === team.team) return [];
      const edit = teamNameEdit(matched, usual, context);
      return [
        {
          message: l10n.t('“{0}” is spelled “{1}” elsewhere', team.team, usual),
          range: section.heading.range,
          related: [],
          fixes:
            edit === null
              ? []
              : [{ title: l10n.t('Rename to “{0}”', usual), safe: false, edits: [edit] }],
        },
      ];
    }),
};

function usualName(name: string, { roster, date, history }: RuleContext): string | null {
  if (roster === null) return usualTeamName(name, history.series);
  const key = normalizeText(name);
  return teamsOn(roster, date).find((team) => team.key === key)?.name ?? null;
}
