import * as l10n from '@vscode/l10n';
import { sliceRange } from '../text/offset-range.ts';
import type { Fix } from './finding.ts';
import { matchRoster, type RosterMatch } from './shared/roster-match.ts';
import type { MinutesRule, RuleContext } from './rule.ts';

/** Finds teams that the roster doesn't know. */
export const unknownTeam: MinutesRule = {
  id: 'unknown-team',
  summary: 'The roster has no such team on the day of the meeting',
  severity: 'hint',
  docs: `
A team that the roster doesn’t know is new, retired, renamed or misspelt.
Only a declared roster knows teams; where the template declares none, nothing is reported.

**Rename** takes the name of the team in the roster that is missing from the minutes and close to this one.
`,
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
