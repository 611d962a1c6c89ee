import * as l10n from '@vscode/l10n';
import { usualLeadName } from '../meetings/usual-writing.ts';
import { teamOn } from '../template/roster.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OutlineRule } from './rule.ts';
import { harborTemplate } from './shared/example-templates.ts';
import { headingRange } from './shared/outline-places.ts';
import { writeLeads } from './shared/team-heading-fixes.ts';

/** Finds names of leads that are spelled differently from elsewhere. */
export const inconsistentLeadName: OutlineRule = {
  id: 'inconsistent-lead-name',
  summary: 'A lead’s name is spelled differently from the roster or the team’s other minutes',
  severity: 'hint',
  yieldsTo: ['mojibake', 'unknown-team', 'inconsistent-team-name'],
  docs: {
    finds: `
A name is compared with those in the roster and in the team’s other minutes: it has the same last name with a short or misspelled first name, or differs by a letter or two.
`,
    why: `
\`Chris Marsh\` and \`Christopher Marsh\` look like two people to anyone who later asks who led the team.
`,
    repair: `
**Replace** writes the name as it is spelled most often.
`,
    exampleTemplate: harborTemplate,
    examples: `
~~~2018-05-01-harbor.md
# Harbor call 2018-05-01

## Updates

### Crane - Christopher Marsh

- Painted the jib
~~~

~~~2018-05-15-harbor.md
# Harbor call 2018-05-15

## Updates

### Crane - Christopher Marsh

- Oiled the hook
~~~

~~~2018-05-29-harbor.md
# Harbor call 2018-05-29

## Updates

### Crane - Chris Marsh
^^^^^^^^^^^^^^^^^^^^^^^ inconsistent-lead-name: “Chris Marsh” is spelled “Christopher Marsh” elsewhere [unsafe fix: Replace with “Christopher Marsh”]

- Ordered rope
~~~
`,
  },
  fixes: [{ title: 'Replace with', safe: false }],
  checkOutline: (context) =>
    context.match.teams.flatMap((matched) => {
      const { team, section } = matched;
      const known = teamOn(team.key, context)?.leads ?? [];
      const usual = team.leads.map((lead) =>
        known.some((name) => normalizeText(name) === normalizeText(lead))
          ? null
          : usualLeadName(team.team, lead, context.history.series),
      );
      return team.leads.flatMap((lead, index) => {
        const name = usual[index] ?? null;
        if (name === null || normalizeText(name) === normalizeText(lead)) return [];
        const leads = team.leads.map((other, place) => (place === index ? name : other));
        return [
          {
            message: l10n.t('“{0}” is spelled “{1}” elsewhere', lead, name),
            range: headingRange(section),
            fixes: writeLeads(matched, leads, l10n.t('Replace with “{0}”', name)),
          },
        ];
      });
    }),
};
