import * as l10n from '@vscode/l10n';
import type { OutlineTeam } from '../matching/template-match.ts';
import { teamHeadingText } from '../template/team-text.ts';
import { holdsUnfilled } from '../template/unfilled.ts';
import type { OutlineReport, OutlineRule } from './rule.ts';
import { teamsTemplate } from './shared/example-templates.ts';
import { headingContent, templatePlace } from './shared/outline-places.ts';

/** Finds team headings that name a lead in none of the template's shapes. */
export const malformedTeamHeading: OutlineRule = {
  id: 'malformed-team-heading',
  summary: 'A team heading doesn’t have the template’s form',
  severity: 'warning',
  yieldsTo: ['unfilled-text', 'pasted-heading'],
  structural: true,
  docs: {
    finds: `
The heading names a team, but not in any of the forms that the template has for team headings.
`,
    why: `
The lead is found by the form of the heading, such as \`Team - Lead\` or \`Team (Lead)\`.
In \`Search: Robin Sand\`, only a reader finds it.
`,
    repair: `
**Rewrite** keeps the words and puts them into the template’s form.
`,
    exampleTemplate: teamsTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Search: Robin Sand
    ^^^^^^^^^^^^^^^^^^ malformed-team-heading: “Search: Robin Sand” doesn’t have the form of a team heading: “{team} - {lead}” [unsafe fix: Rewrite as “Search - Robin Sand”]
~~~
`,
  },
  fixes: [{ title: 'Rewrite as', safe: false }],
  checkOutline: ({ match, template }) =>
    match.teams
      .filter(({ team }) => !team.wellFormed)
      .filter(({ section }) => !holdsUnfilled(section.heading.text, template))
      .map(reportMalformed),
};

function reportMalformed({ expected, section, team }: OutlineTeam): OutlineReport {
  const { leads, status } = team;
  const text = teamHeadingText(expected, { name: team.team, status, leads });
  const range = headingContent(section);
  return {
    message: l10n.t(
      '“{0}” doesn’t have the form of a team heading: “{1}”',
      section.heading.text,
      expected.name,
    ),
    range,
    related: templatePlace(expected, l10n.t('The form of a team heading')),
    fixes: (context) => [
      {
        title: l10n.t('Rewrite as “{0}”', text),
        safe: false,
        edits: [{ range: range(context), text }],
      },
    ],
  };
}
