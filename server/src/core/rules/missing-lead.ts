import * as l10n from '@vscode/l10n';
import { updatesOf } from '../meetings/roster-over-time.ts';
import type { MatchedTeam } from '../matching/template-match.ts';
import { teamsOn } from '../template/roster.ts';
import { teamHeadingText } from '../template/team-text.ts';
import { holdsUnfilled } from '../template/unfilled.ts';
import type { Fix } from './finding.ts';
import type { MinutesRule, RuleContext } from './rule.ts';

/** Finds teams without a lead. */
export const missingLead: MinutesRule = {
  id: 'missing-lead',
  summary: 'A team’s heading names no lead',
  severity: 'hint',
  docs: `
Whoever has a question about an update asks the lead.

**Add the lead** takes it from the roster, else from the team’s last minutes that name one.
Where there is no lead at the time, \`(vacant)\` or \`(?)\` says so, and nothing is reported.
`,
  headingsOnly: true,
  check: (context) =>
    context.match.teams
      .filter(lacksLead)
      .filter(({ section }) => !holdsUnfilled(section.heading.text, context.template))
      .map((team) => ({
        message: l10n.t('The team “{0}” has no lead', team.team.team),
        range: team.section.heading.range,
        related: [
          {
            document: 'template',
            range: team.expected.range,
            message: l10n.t('The form of a team heading'),
          },
        ],
        fixes: fixesFor(team, context),
      })),
};

function lacksLead({ expected, team }: MatchedTeam): boolean {
  const shape = expected.team;
  return shape?.hasLead === true && !shape.leadOptional && team.leads.length === 0 && !team.vacant;
}

function fixesFor({ expected, section, team }: MatchedTeam, context: RuleContext): readonly Fix[] {
  const write = (title: string, leads: readonly string[]): Fix => ({
    title,
    safe: false,
    edits: [
      {
        range: section.heading.contentRange,
        text: teamHeadingText(expected, { name: team.team, status: team.status, leads }),
      },
    ],
  });
  const vacant = write(l10n.t('Mark the lead as vacant'), []);
  const leads = knownLeads(team.key, context);
  return leads.length === 0
    ? [vacant]
    : [write(l10n.t('Add the lead {0}', leads.join('/')), leads), vacant];
}

/** Returns who leads a team by the roster, else by the last minutes before that name somebody. */
function knownLeads(key: string, { roster, date, history }: RuleContext): readonly string[] {
  const entry =
    roster === null ? undefined : teamsOn(roster, date).find((team) => team.key === key);
  if (entry !== undefined && entry.leads.length > 0) return entry.leads;
  const headings = updatesOf(key, history.series)
    .filter((update) => date === null || update.date < date)
    .map((update) => update.team.heading);
  return headings.findLast(({ leads, note }) => leads.length > 0 && note === null)?.leads ?? [];
}
