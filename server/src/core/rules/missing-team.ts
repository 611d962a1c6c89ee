import * as l10n from '@vscode/l10n';
import { rosterOrder } from '../template/roster.ts';
import { placeOfTeam } from '../matching/team-place.ts';
import { teamSectionText } from '../template/section-text.ts';
import { insertBlock } from '../text/insert-block.ts';
import { rosterTemplate } from './shared/example-templates.ts';
import { matchRoster } from './shared/roster-match.ts';
import type { OutlineRule, RuleContext } from './rule.ts';
import { sameNameAt } from './shared/named-line.ts';
import { strayTeams } from './shared/stray-teams.ts';

/** Finds teams of the roster that the minutes lack. */
export const missingTeam: OutlineRule = {
  id: 'missing-team',
  summary: 'A team of the roster is missing',
  severity: 'warning',
  yieldsTo: ['unparsed-heading'],
  structural: true,
  docs: {
    finds: `
Teams are compared with the roster that the template declares, as it is on the day of the meeting; without a roster nothing is reported.
`,
    why: `
Leads who can’t find their own team’s section during the call write nothing, or write in the wrong place.
`,
    repair: `
**Insert team** adds the section where the roster’s order has it, with lead and status.
It is safe where no other heading of the minutes names a team that is missing, at another level or in another section.
`,
    exampleTemplate: rosterTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Search - Robin Sand
                       ^ missing-team: The roster’s team “Mail” is missing [fix: Insert team “Mail”]
~~~

~~~fixed
# Weekly 2018-06-26

## Teams

### Search - Robin Sand

### Mail - Alex Moor
~~~
`,
  },
  fixes: [
    { title: 'Insert team', safe: true },
    { title: 'Insert team', safe: false, when: 'another heading names a missing team' },
  ],
  checkOutline: (context) => {
    const { missing } = matchRoster(context);
    const strays = strayTeams(missing, context);
    return missing.flatMap((team) => {
      const stray = strays.find(({ isNamed }) => isNamed(team.key)) ?? null;
      const place = placeOfTeam(
        team.name,
        rosterOrder(context.roster),
        context.match,
        context.template,
      );
      if (place === null) return [];
      const insertion = ({ match, minutes }: RuleContext): ReturnType<typeof insertBlock> =>
        insertBlock(
          minutes.text,
          place.offsetIn(match, minutes.text),
          teamSectionText(place.expected, team, context.template, context.statedDate, place.shift),
        );
      return [
        {
          message: l10n.t('The roster’s team “{0}” is missing', team.name),
          range: (placed) => insertion(placed).anchor,
          related: ({ match }) => [
            ...(stray === null
              ? []
              : sameNameAt(match.headingOf(stray.heading).range, stray.heading.text)),
            {
              document: 'template',
              range: place.expected.range,
              message: l10n.t('“{0}” in the template', place.expected.name),
            },
          ],
          fixes: (placed) => [
            {
              title: l10n.t('Insert team “{0}”', team.name),
              safe: strays.length === 0,
              edits: [insertion(placed).edit],
            },
          ],
        },
      ];
    });
  },
};
