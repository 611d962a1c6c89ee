import * as l10n from '@vscode/l10n';
import type { Fix } from './finding.ts';
import { rosterTemplate } from './shared/example-templates.ts';
import { matchRoster, type RosterMatch } from './shared/roster-match.ts';
import type { OutlineRule, RuleContext } from './rule.ts';
import { headingRange } from './shared/outline-places.ts';
import { renameEdit } from './shared/rename-edit.ts';

/** Finds teams that the roster doesn't know. */
export const unknownTeam: OutlineRule = {
  id: 'unknown-team',
  summary: 'The roster doesn’t have the team on the day of the meeting',
  severity: 'hint',
  yieldsTo: ['mojibake'],
  structural: true,
  docs: {
    finds: `
Teams are compared with the roster that the template declares; without a roster nothing is reported.
`,
    why: `
A team that the roster doesn’t have is new, retired, renamed or misspelled.
`,
    repair: `
**Rename** corrects a slip of the pen in the name of a team that the minutes otherwise lack; such a finding is a warning.
A new team belongs in the roster.
`,
    exampleTemplate: rosterTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Serach - Robin Sand
^^^^^^^^^^^^^^^^^^^^^^^ warning unknown-team: The roster has no team “Serach”: did you mean “Search”? [fix: Rename to “Search”]

### Mail - Alex Moor
~~~

~~~fixed
# Weekly 2018-06-26

## Teams

### Search - Robin Sand

### Mail - Alex Moor
~~~
`,
  },
  fixes: [{ title: 'Rename to', safe: true, when: 'the name is a slip of the pen' }],
  checkOutline: (context) =>
    matchRoster(context).unknown.map((unknown) => ({
      message:
        unknown.meant === null
          ? l10n.t('The roster has no team “{0}”', unknown.matched.team.team)
          : l10n.t(
              'The roster has no team “{0}”: did you mean “{1}”?',
              unknown.matched.team.team,
              unknown.meant.team.name,
            ),
      range: headingRange(unknown.matched.section),
      ...(unknown.meant !== null && { severity: 'warning' as const }),
      fixes: (placed) => renameTo(unknown, placed),
    })),
};

function renameTo(
  { matched, meant }: RosterMatch['unknown'][number],
  { match }: RuleContext,
): readonly Fix[] {
  const edit = meant && renameEdit(match.headingOf(matched.section.heading), meant.slip);
  return meant === null || edit === null
    ? []
    : [{ title: l10n.t('Rename to “{0}”', meant.team.name), safe: true, edits: [edit] }];
}
