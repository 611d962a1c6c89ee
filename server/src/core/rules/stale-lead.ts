import * as l10n from '@vscode/l10n';
import { peopleKey } from '../meetings/led-meetings.ts';
import { replacementOf } from '../meetings/replaced-lead.ts';
import { returnOf } from '../meetings/returning-lead.ts';
import type { OutlineTeam } from '../matching/template-match.ts';
import { teamOn } from '../template/roster.ts';
import type { OutlineContext, OutlineReport, OutlineRule } from './rule.ts';
import { harborTemplate } from './shared/example-templates.ts';
import { headingRange } from './shared/outline-places.ts';
import { writeLeads } from './shared/team-heading-fixes.ts';

/** Finds headings of drafts that name who led the team before. */
export const staleLead: OutlineRule = {
  id: 'stale-lead',
  summary: 'A draft names a lead who has been replaced',
  severity: 'warning',
  yieldsTo: ['mojibake', 'unknown-team', 'inconsistent-team-name', 'inconsistent-lead-name'],
  docs: {
    finds: `
If the roster says who leads the team on the day of the meeting, it decides.
Otherwise the series does: earlier minutes name another lead, and this draft still names the one before.

If a former lead returns here and in the next two minutes, a hint says so without deciding which side is right.

A lead of a single meeting, or with a note such as \`(Jenna representing)\`, is a stand-in and doesn’t count.
Past minutes are not reported.
`,
    why: `
Minutes are often prepared weeks ahead.
When a team’s lead changes in the meantime, the files that already exist keep the old name.
`,
    repair: `
**Change the lead** writes the new name and keeps the rest of the heading.
**Change the lead here and in later minutes** does so in all later minutes with the old lead.
`,
    exampleTemplate: harborTemplate,
    examples: `
~~~settings
today: 2018-06-12
~~~

~~~2018-05-01-harbor.md
# Harbor call 2018-05-01

## Updates

### Crane - Ada Quill

- Painted the jib
~~~

~~~2018-05-15-harbor.md
# Harbor call 2018-05-15

## Updates

### Crane - Bo Reed

- Oiled the hook
~~~

~~~2018-05-29-harbor.md
# Harbor call 2018-05-29

## Updates

### Crane - Bo Reed

- Ordered rope
~~~

~~~2018-06-12-harbor.md
# Harbor call 2018-06-12

## Updates

### Crane - Ada Quill
^^^^^^^^^^^^^^^^^^^^^ stale-lead: The lead of “Crane” has been Bo Reed since 2018-05-15, no longer Ada Quill [unsafe fix: Change the lead to Bo Reed]

- Tested the load
~~~
`,
  },
  fixes: [{ title: 'Change the lead to', safe: false }],
  checkOutline: (context) =>
    context.draft ? context.match.teams.flatMap((matched) => reportTeam(matched, context)) : [],
};

/** The people that may lead a team instead of those that its heading names, and what to say of it. */
interface OtherLeads extends Pick<OutlineReport, 'message' | 'severity'> {
  readonly leads: readonly string[];
}

function reportTeam(matched: OutlineTeam, context: OutlineContext): readonly OutlineReport[] {
  const other = otherLeads(matched, context);
  if (other === null) return [];
  const { leads, ...report } = other;
  return [
    {
      ...report,
      range: headingRange(matched.section),
      fixes: writeLeads(matched, leads, l10n.t('Change the lead to {0}', leads.join('/'))),
    },
  ];
}

function otherLeads({ team }: OutlineTeam, context: OutlineContext): OtherLeads | null {
  if (team.leads.length === 0 || team.note !== null) return null;
  const { date, today, history } = context;
  const own = team.leads.join('/');
  const entry = teamOn(team.key, context);
  if (entry !== null && entry.leads.length > 0) {
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
