import * as l10n from '@vscode/l10n';
import { usualTeamName } from '../meetings/usual-writing.ts';
import { teamOn } from '../template/roster.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OutlineContext, OutlineRule } from './rule.ts';
import { harborTemplate } from './shared/example-templates.ts';
import { headingRange } from './shared/outline-places.ts';
import { writeTeamName } from './shared/team-heading-fixes.ts';

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
    exampleTemplate: harborTemplate,
    examples: `
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
          fixes: writeTeamName(matched, usual, l10n.t('Rename to “{0}”', usual)),
        },
      ];
    }),
};

function usualName(name: string, context: OutlineContext): string | null {
  return context.roster === null
    ? usualTeamName(name, context.history.series)
    : (teamOn(normalizeText(name), context)?.name ?? null);
}
