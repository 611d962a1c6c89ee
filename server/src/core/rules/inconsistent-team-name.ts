import * as l10n from '@vscode/l10n';
import { usualTeamName } from '../meetings/usual-writing.ts';
import { teamsOn } from '../template/roster.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OutlineContext, OutlineRule } from './rule.ts';
import { headingRange } from './shared/outline-places.ts';
import { teamNameEdit } from './shared/team-heading-edit.ts';

/** Finds team names that are written differently from elsewhere. */
export const inconsistentTeamName: OutlineRule = {
  id: 'inconsistent-team-name',
  summary: 'A team’s name is spelled differently from the roster or the other minutes',
  severity: 'hint',
  yieldsTo: ['mojibake', 'unknown-team'],
  docs: {
    finds: `
Names are compared without case, spaces and punctuation.
The roster’s spelling counts if there is one, else the one that the series uses most.
`,
    why: `
\`CraneOS\` and \`Crane-os\` are one team to a reader and two to a search.
`,
    repair: `
**Rename** writes the name as it is spelled elsewhere.
`,
    examples: `
~~~template.md
---
file-name: "{date}-harbor.md"
---

# Harbor call {date}

## Updates

### {team} ({status?}) - {lead}
~~~

~~~2018-05-01-harbor.md
# Harbor call 2018-05-01

## Updates

### CraneOS - Ada Quill

- Painted the jib
~~~

~~~2018-05-15-harbor.md
# Harbor call 2018-05-15

## Updates

### CraneOS - Ada Quill

- Oiled the hook
~~~

~~~2018-05-29-harbor.md
# Harbor call 2018-05-29

## Updates

### Crane-os - Ada Quill
^^^^^^^^^^^^^^^^^^^^^^^^ inconsistent-team-name: “Crane-os” is spelled “CraneOS” elsewhere [unsafe fix: Rename to “CraneOS”]

- Ordered rope
~~~
`,
  },
  fixes: [{ title: 'Rename to', safe: false }],
  checkOutline: (context) =>
    context.match.teams.flatMap((matched) => {
      const { team, section } = matched;
      const usual = usualName(team.team, context);
      if (usual === null || usual === team.team) return [];
      return [
        {
          message: l10n.t('“{0}” is spelled “{1}” elsewhere', team.team, usual),
          range: headingRange(section),
          fixes: (placed) => {
            const edit = teamNameEdit(matched, usual, placed);
            const title = l10n.t('Rename to “{0}”', usual);
            return edit === null ? [] : [{ title, safe: false, edits: [edit] }];
          },
        },
      ];
    }),
};

function usualName(name: string, { roster, date, history }: OutlineContext): string | null {
  if (roster === null) return usualTeamName(name, history.series);
  const key = normalizeText(name);
  return teamsOn(roster, date).find((team) => team.key === key)?.name ?? null;
}
