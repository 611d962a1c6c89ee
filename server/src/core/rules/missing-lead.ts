import * as l10n from '@vscode/l10n';
import { updatesBefore } from '../meetings/roster-over-time.ts';
import type { OutlineTeam } from '../matching/template-match.ts';
import { teamOn } from '../template/roster.ts';
import { teamHeadingText } from '../template/team-text.ts';
import { holdsUnfilled } from '../template/unfilled.ts';
import type { Fix } from './finding.ts';
import type { OutlineContext, OutlineRule, RuleContext } from './rule.ts';
import { teamsTemplate } from './shared/example-templates.ts';
import { headingContent, headingRange, templatePlace } from './shared/outline-places.ts';

/** Finds teams without a lead. */
export const missingLead: OutlineRule = {
  id: 'missing-lead',
  summary: 'A team heading doesn’t name a lead',
  severity: 'hint',
  yieldsTo: [
    'unfilled-text',
    'pasted-heading',
    'malformed-team-heading',
    'duplicate-team',
    'misplaced-section',
    'misplaced-team',
  ],
  structural: true,
  habit: 'in section',
  docs: {
    finds: `
A heading that says \`(vacant)\` or \`(?)\` in place of the lead is not reported, and neither is a template in which the lead is optional.
`,
    why: `
The lead is the person to ask about an update.
`,
    repair: `
**Add the lead** takes the name from the roster, else from the team’s last minutes that name one.
**Mark the lead as vacant** says that the team has no lead at the moment.
`,
    exampleTemplate: teamsTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Search
^^^^^^^^^^ missing-lead: The team “Search” has no lead [unsafe fix: Mark the lead as vacant]
~~~
`,
  },
  fixes: [
    { title: 'Add the lead', safe: false },
    { title: 'Mark the lead as vacant', safe: false },
  ],
  checkOutline: (context) =>
    context.match.teams
      .filter(lacksLead)
      .filter(({ section }) => !holdsUnfilled(section.heading.text, context.template))
      .map((team) => ({
        message: l10n.t('The team “{0}” has no lead', team.team.team),
        range: headingRange(team.section),
        related: templatePlace(team.expected, l10n.t('The form of a team heading')),
        fixes: (placed) => fixesFor(team, placed),
      })),
};

function lacksLead({ expected, team }: OutlineTeam): boolean {
  const shape = expected.team;
  return shape?.hasLead === true && !shape.leadOptional && team.leads.length === 0 && !team.vacant;
}

function fixesFor({ expected, section, team }: OutlineTeam, context: RuleContext): readonly Fix[] {
  const write = (title: string, leads: readonly string[]): Fix => ({
    title,
    safe: false,
    edits: [
      {
        range: headingContent(section)(context),
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

/** Returns the leads of a team by the roster, else by the last minutes before that name one. */
function knownLeads(key: string, context: OutlineContext): readonly string[] {
  const { date, history } = context;
  const { leads } = teamOn(key, context) ?? { leads: [] };
  if (leads.length > 0) return leads;
  const headings = updatesBefore(key, date, history.series).map(({ team }) => team.heading);
  return headings.findLast(({ leads, note }) => leads.length > 0 && note === null)?.leads ?? [];
}
