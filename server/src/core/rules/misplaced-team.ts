import * as l10n from '@vscode/l10n';
import { rankIn } from '../matching/team-place.ts';
import type { OutlineTeam } from '../matching/template-match.ts';
import { teamsOn } from '../template/roster.ts';
import { longestRun } from '../text/longest-run.ts';
import { moveBlock } from '../text/move-block.ts';
import type { OutlineSection } from '../minutes/outline.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { OutlineReport, OutlineRule, RuleContext } from './rule.ts';
import { rosterTemplate } from './shared/example-templates.ts';
import { headingRange } from './shared/outline-places.ts';

/** Finds teams that are in another order than the roster has them. */
export const misplacedTeam: OutlineRule = {
  id: 'misplaced-team',
  summary: 'A team is out of the roster’s order',
  severity: 'hint',
  yieldsTo: [
    'unfilled-text',
    'pasted-heading',
    'malformed-team-heading',
    'duplicate-team',
    'misplaced-section',
  ],
  structural: true,
  habit: 'anywhere',
  docs: {
    finds: `
Of all teams, the rule reports the fewest that have to move to put the rest in the roster’s order.
Teams that the roster doesn’t have may be anywhere.
`,
    why: `
People look for a team where it was the last time.
`,
    repair: `
**Move the team** moves its section, with the update, to where the roster has it.
`,
    exampleTemplate: rosterTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Mail - Alex Moor

### Search - Robin Sand
^^^^^^^^^^^^^^^^^^^^^^^ misplaced-team: “Search” is out of the roster’s order: it belongs first [unsafe fix: Move the team “Search” to the top]
~~~
`,
  },
  fixes: [{ title: 'Move the team', safe: false }],
  checkOutline({ roster, date, match }) {
    if (roster === null) return [];
    const order = teamsOn(roster, date).map(({ key }) => key);
    const free = match.sections.filter(({ expected }) => expected.anyOrder);
    const parents = new Set(
      match.teams
        .map(({ parent }) => parent)
        .filter((parent) => !free.some(({ section }) => section === parent)),
    );
    return [...parents].flatMap((parent) =>
      reportSiblings(
        match.teams.filter((team) => team.parent === parent),
        order,
      ),
    );
  },
};

function reportSiblings(
  siblings: readonly OutlineTeam[],
  order: readonly string[],
): readonly OutlineReport[] {
  const ranked = siblings
    .map((matched) => ({ matched, rank: rankIn(order, matched) }))
    .filter(({ rank }) => rank !== -1);
  const run = longestRun(ranked.map(({ rank }) => rank));
  const placed = ranked.filter((_, index) => run.has(index));
  return ranked.flatMap(({ matched, rank }, index): OutlineReport[] => {
    if (run.has(index)) return [];
    const { section, team } = matched;
    const after = placed.findLast((other) => other.rank <= rank)?.matched;
    const next = placed[0]?.matched.section;
    if (next === undefined) return [];
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
        range: headingRange(section),
        fixes: (context) => [
          {
            title:
              after === undefined
                ? l10n.t('Move the team “{0}” to the top', team.team)
                : l10n.t('Move the team “{0}” after “{1}”', team.team, after.team.team),
            safe: false,
            edits: moveTeam(section, after?.section ?? null, next, context),
          },
        ],
      },
    ];
  });
}

/** Moves a team's section after another, else before the first. */
function moveTeam(
  team: OutlineSection,
  after: OutlineSection | null,
  first: OutlineSection,
  { match, minutes }: RuleContext,
): readonly TextEdit[] {
  const offset =
    after === null ? match.sectionOf(first).range.start : match.sectionOf(after).range.end;
  return moveBlock(minutes.text, match.sectionOf(team).range, offset);
}
