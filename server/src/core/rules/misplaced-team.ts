import * as l10n from '@vscode/l10n';
import type { MatchedTeam } from '../matching/template-match.ts';
import { teamsOn } from '../template/roster.ts';
import { longestRun } from '../text/longest-run.ts';
import { moveBlock } from '../text/move-block.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds teams that stand in another order than the roster has them. */
export const misplacedTeam: MinutesRule = {
  id: 'misplaced-team',
  summary: 'A team stands elsewhere than the roster has it',
  severity: 'hint',
  docs: `
People look for a team where it stood the last time.
Of all teams the fewest are reported that have to move for the rest to be in the roster’s order.
Teams that the roster doesn’t know may stand anywhere.

**Move the team** takes its section, update and all, to where the roster has it.
`,
  headingsOnly: true,
  check(context) {
    const { roster, date, match } = context;
    if (roster === null) return [];
    const order = teamsOn(roster, date).map(({ key }) => key);
    const parents = new Set(match.teams.map(({ parent }) => parent));
    return [...parents].flatMap((parent) =>
      reportSiblings(
        match.teams.filter((team) => team.parent === parent),
        order,
        context,
      ),
    );
  },
};

function reportSiblings(
  siblings: readonly MatchedTeam[],
  order: readonly string[],
  context: RuleContext,
): readonly Report[] {
  const ranked = siblings
    .map((matched) => ({ matched, rank: order.indexOf(matched.team.key) }))
    .filter(({ rank }) => rank !== -1);
  const run = longestRun(ranked.map(({ rank }) => rank));
  const placed = ranked.filter((_, index) => run.has(index));
  return ranked.flatMap(({ matched, rank }, index): Report[] => {
    if (run.has(index)) return [];
    const { section, team } = matched;
    const after = placed.findLast((other) => other.rank <= rank)?.matched;
    const offset = after?.section.range.end ?? placed[0]?.matched.section.range.start;
    if (offset === undefined) return [];
    return [
      {
        message:
          after === undefined
            ? l10n.t('“{0}” is out of the roster’s order: it belongs first', team.team)
            : l10n.t(
                '“{0}” is out of the roster’s order: it belongs after “{1}”',
                team.team,
                after.team.team,
              ),
        range: section.heading.range,
        related: [],
        fixes: [
          {
            title:
              after === undefined
                ? l10n.t('Move the team “{0}” to the top', team.team)
                : l10n.t('Move the team “{0}” after “{1}”', team.team, after.team.team),
            safe: false,
            edits: moveBlock(context.minutes.text, section.range, offset),
          },
        ],
      },
    ];
  });
}
