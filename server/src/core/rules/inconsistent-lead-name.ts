import * as l10n from '@vscode/l10n';
import { usualLeadName } from '../meetings/usual-writing.ts';
import type { MatchedTeam } from '../matching/template-match.ts';
import { teamsOn } from '../template/roster.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { MinutesRule, RuleContext } from './rule.ts';
import { leadsEdit } from './shared/team-heading-edit.ts';

/** Finds names of leads that are spelt otherwise than elsewhere. */
export const inconsistentLeadName: MinutesRule = {
  id: 'inconsistent-lead-name',
  summary:
    'A lead’s name is spelt otherwise than in the roster or in the other minutes of the team',
  severity: 'hint',
  docs: `
\`Chris Marsh\` and \`Christopher Marsh\` look like two people to whoever asks later who led the team.

The name is compared with those that the roster or the team’s other minutes have:
the same last name with a short or misspelt first name, or a name that differs by a letter or two.

**Write** spells the name as it is spelt most.
`,
  headingsOnly: true,
  check: (context) =>
    context.match.teams.flatMap((matched) => {
      const { team, section } = matched;
      const known = rosterLeads(matched, context);
      const usual = team.leads.map((lead) =>
        known.some((name) => normalizeText(name) === normalizeText(lead))
          ? null
          : usualLeadName(team.team, lead, context.history.series),
      );
      return team.leads.flatMap((lead, index) => {
        const name = usual[index] ?? null;
        if (name === null || normalizeText(name) === normalizeText(lead)) return [];
        const leads = team.leads.map((other, place) => (place === index ? name : other));
        const edit = leadsEdit(matched, leads, context);
        return [
          {
            message: l10n.t('“{0}” is spelled “{1}” elsewhere', lead, name),
            range: section.heading.range,
            related: [],
            fixes:
              edit === null
                ? []
                : [{ title: l10n.t('Replace with “{0}”', name), safe: false, edits: [edit] }],
          },
        ];
      });
    }),
};

function rosterLeads({ team }: MatchedTeam, { roster, date }: RuleContext): readonly string[] {
  if (roster === null) return [];
  const key = team.key;
  return teamsOn(roster, date).flatMap((other) => (other.key === key ? other.leads : []));
}
