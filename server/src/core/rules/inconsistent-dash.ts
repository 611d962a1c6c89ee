import * as l10n from '@vscode/l10n';
import type { MatchedTeam } from '../matching/template-match.ts';
import { sliceRange } from '../text/offset-range.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds team headings with another dash than the template's. */
export const inconsistentDash: MinutesRule = {
  id: 'inconsistent-dash',
  summary: 'A team heading has a different dash than the template',
  severity: 'hint',
  yieldsTo: [
    'unfilled-text',
    'pasted-heading',
    'malformed-team-heading',
    'duplicate-team',
    'misplaced-section',
    'misplaced-team',
    'missing-lead',
  ],
  docs: {
    finds: `
Compared is the dash with spaces around it, between the team and the lead.
`,
    why: `
Word processors turn \`-\` into \`–\`.
The heading is still understood, but a search for \`Kettle - Ada\` doesn’t find it.
`,
    repair: `
**Replace** writes the template’s dash.
`,
    examples: `
~~~template.md
# Weekly {date}

## Teams

### {team} - {lead}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

## Teams

### Kettle – Ada Park
           ^ inconsistent-dash: “Kettle – Ada Park” has “–” where the template has “-” [fix: Replace with “-”]
~~~

~~~fixed
# Weekly 2018-06-26

## Teams

### Kettle - Ada Park
~~~
`,
  },
  fixes: [{ title: 'Replace with', safe: true }],
  headingsOnly: true,
  check: (context) => context.match.teams.flatMap((team) => reportDash(team, context)),
};

function reportDash({ expected, section, team }: MatchedTeam, { minutes }: RuleContext): Report[] {
  const expectedDash = /\s([-–—])\s/.exec(expected.pattern.source)?.[1];
  if (expectedDash === undefined || team.dash === null || team.dash === expectedDash) return [];
  const { contentRange, text } = section.heading;
  const index = sliceRange(minutes.text, contentRange).lastIndexOf(` ${team.dash} `);
  if (index === -1) return [];
  const start = contentRange.start + index + 1;
  const range = { start, end: start + team.dash.length };
  return [
    {
      message: l10n.t(
        '“{0}” has “{1}” where the template has “{2}”',
        text,
        team.dash,
        expectedDash,
      ),
      range,
      related: [
        {
          document: 'template',
          range: expected.range,
          message: l10n.t('The form of a team heading'),
        },
      ],
      fixes: [
        {
          title: l10n.t('Replace with “{0}”', expectedDash),
          safe: true,
          edits: [{ range, text: expectedDash }],
        },
      ],
    },
  ];
}
