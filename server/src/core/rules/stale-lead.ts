import { peopleKey, replacementOf } from '../meetings/replaced-lead.ts';
import type { MatchedTeam } from '../template/template-match.ts';
import { teamsOn } from '../template/roster.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { leadsEdit } from './team-heading-edit.ts';

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

Who leads one meeting alone, or with a note such as \`(Jenna representing)\`, stands in, and nobody is stale.
Vacancies, notes and struck names are not compared, and minutes of the past are left alone.

**Change the lead** writes the new name and keeps the heading’s other words.
**Change the lead here and in later minutes** does so in all later minutes that name the old lead, too.
`,
  headingsOnly: true,
  check: (context) =>
    context.draft ? context.match.teams.flatMap((matched) => reportTeam(matched, context)) : [],
};

/** Who leads a team instead of those that its heading names, and how that is known. */
interface CurrentLeads {
  readonly leads: readonly string[];
  readonly source: string;
}

function reportTeam(matched: MatchedTeam, context: RuleContext): readonly Report[] {
  const { team, section } = matched;
  const current = currentLeads(matched, context);
  if (current === null) return [];
  const names = current.leads.join('/');
  const edit = leadsEdit(matched, current.leads, context);
  return [
    {
      message: `The lead of “${team.team}” is ${names} ${current.source}, no longer ${team.leads.join('/')}`,
      range: section.heading.range,
      related: [],
      fixes:
        edit === null ? [] : [{ title: `Change the lead to ${names}`, safe: false, edits: [edit] }],
    },
  ];
}

function currentLeads({ team }: MatchedTeam, context: RuleContext): CurrentLeads | null {
  if (team.leads.length === 0 || team.note !== null) return null;
  const { roster, date, today, history } = context;
  const key = team.key;
  const entry =
    roster === null
      ? undefined
      : teamsOn(roster, date).find((other) => other.key === key && other.leads.length > 0);
  if (entry !== undefined) {
    const same = peopleKey(entry) === peopleKey(team);
    return same ? null : { leads: entry.leads, source: 'by the roster' };
  }
  const replaced = date === null ? null : replacementOf({ team, date, today }, history.series);
  return replaced && { leads: replaced.leads, source: `since ${replaced.since}` };
}
