import * as l10n from '@vscode/l10n';
import { peopleKey } from '../meetings/led-meetings.ts';
import { replacementOf } from '../meetings/replaced-lead.ts';
import { returnOf } from '../meetings/returning-lead.ts';
import type { MatchedTeam } from '../matching/template-match.ts';
import { teamsOn } from '../template/roster.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { leadsEdit } from './shared/team-heading-edit.ts';

/** Finds headings of drafts that name who led the team before. */
export const staleLead: MinutesRule = {
  id: 'stale-lead',
  summary: 'A draft names a lead whom another one has replaced',
  severity: 'warning',
  docs: `
Minutes are often scaffolded weeks ahead.
When a team’s lead changes meanwhile, the files that are already there keep the old name.

Where the roster says who leads the team on the day of the meeting, it alone decides.
Otherwise the series does: the minutes before name somebody else, and this draft still names who led before.

Where the minutes before have the same lead, but those before them and the next two have another one, a hint says so without taking sides.
Either somebody who stood in was carried on, or the later minutes lack a change: **Change the lead** repairs the one, **Apply the lead to later minutes** the other.

Who leads one meeting alone, or with a note such as \`(Jenna representing)\`, stands in, and nobody is stale.
Vacancies, notes and struck names are not compared, and minutes of the past are left alone.

**Change the lead** writes the new name and keeps the heading’s other words.
**Change the lead here and in later minutes** does so in all later minutes that name the old lead, too.
`,
  headingsOnly: true,
  check: (context) =>
    context.draft ? context.match.teams.flatMap((matched) => reportTeam(matched, context)) : [],
};

/** Who may lead a team instead of those that its heading names, and what to say of it. */
interface OtherLeads extends Pick<Report, 'message' | 'severity'> {
  readonly leads: readonly string[];
}

function reportTeam(matched: MatchedTeam, context: RuleContext): readonly Report[] {
  const other = otherLeads(matched, context);
  if (other === null) return [];
  const { leads, ...report } = other;
  const edit = leadsEdit(matched, leads, context);
  const title = l10n.t('Change the lead to {0}', leads.join('/'));
  return [
    {
      ...report,
      range: matched.section.heading.range,
      related: [],
      fixes: edit === null ? [] : [{ title, safe: false, edits: [edit] }],
    },
  ];
}

function otherLeads({ team }: MatchedTeam, context: RuleContext): OtherLeads | null {
  if (team.leads.length === 0 || team.note !== null) return null;
  const { roster, date, today, history } = context;
  const own = team.leads.join('/');
  const entry =
    roster === null
      ? undefined
      : teamsOn(roster, date).find(({ key, leads }) => key === team.key && leads.length > 0);
  if (entry !== undefined) {
    if (peopleKey(entry) === peopleKey(team)) return null;
    const { leads } = entry;
    return {
      leads,
      message: l10n.t(
        'According to the roster, the lead of “{0}” is {1}, not {2}',
        team.team,
        leads.join('/'),
        own,
      ),
    };
  }
  if (date === null) return null;
  const replaced = replacementOf({ team, date, today }, history.series);
  if (replaced !== null) {
    return {
      leads: replaced.leads,
      message: l10n.t(
        'The lead of “{0}” has been {1} since {2}, no longer {3}',
        team.team,
        replaced.leads.join('/'),
        replaced.since,
        own,
      ),
    };
  }
  const returned = returnOf(team, date, history.series);
  if (returned === null) return null;
  const { leads, since, again } = returned;
  return {
    leads,
    message: l10n.t(
      'The lead of “{0}” has been {1} since {2}, but is {3} again from {4}',
      team.team,
      own,
      since,
      leads.join('/'),
      again,
    ),
    severity: 'hint',
  };
}
