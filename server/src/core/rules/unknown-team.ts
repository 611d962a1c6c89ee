import * as l10n from '@vscode/l10n';
import { sliceRange } from '../text/offset-range.ts';
import type { Fix } from './finding.ts';
import { matchRoster, type RosterMatch } from './shared/roster-match.ts';
import type { MinutesRule, RuleContext } from './rule.ts';

/** Finds teams that the roster doesn't know. */
export const unknownTeam: MinutesRule = {
  id: 'unknown-team',
  summary: 'The roster doesn’t have the team on the day of the meeting',
  severity: 'hint',
  docs: {
    finds: `
Teams are compared with the roster that the template declares; without a roster nothing is reported.
`,
    why: `
A team that the roster doesn’t have is new, retired, renamed or misspelled.
`,
    repair: `
**Rename** writes the closest team of the roster that the minutes lack.
A new team belongs in the roster.
`,
    examples: `
~~~template.md
---
roster:
  - name: Search
    leads: Robin Sand
  - name: Mail
    leads: Alex Moor
---

# Weekly {date}

## Teams

### {team} - {lead}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Serach - Robin Sand
^^^^^^^^^^^^^^^^^^^^^^^ unknown-team: The roster has no team “Serach”: did you mean “Search”? [unsafe fix: Rename to “Search”]

### Mail - Alex Moor
~~~
`,
  },
  fixes: [{ title: 'Rename to', safe: false }],
  headingsOnly: true,
  check: (context) =>
    matchRoster(context).unknown.map((unknown) => ({
      message:
        unknown.meant === null
          ? l10n.t('The roster has no team “{0}”', unknown.matched.team.team)
          : l10n.t(
              'The roster has no team “{0}”: did you mean “{1}”?',
              unknown.matched.team.team,
              unknown.meant.name,
            ),
      range: unknown.matched.section.heading.range,
      related: [],
      fixes: renameTo(unknown, context),
    })),
};

function renameTo(
  { matched, meant }: RosterMatch['unknown'][number],
  { minutes }: RuleContext,
): readonly Fix[] {
  if (meant === null) return [];
  const { contentRange } = matched.section.heading;
  const index = sliceRange(minutes.text, contentRange).indexOf(matched.team.team);
  if (index === -1) return [];
  const start = contentRange.start + index;
  const range = { start, end: start + matched.team.team.length };
  return [
    {
      title: l10n.t('Rename to “{0}”', meant.name),
      safe: false,
      edits: [{ range, text: meant.name }],
    },
  ];
}
