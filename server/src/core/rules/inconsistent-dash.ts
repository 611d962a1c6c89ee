import * as l10n from '@vscode/l10n';
import type { OutlineTeam } from '../matching/template-match.ts';
import type { OutlineReport, OutlineRule } from './rule.ts';
import { teamsTemplate } from './shared/example-templates.ts';
import { templatePlace } from './shared/outline-places.ts';

/** Finds team headings with another dash than the template's. */
export const inconsistentDash: OutlineRule = {
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
    exampleTemplate: teamsTemplate,
    examples: `
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
  checkOutline: ({ match }) => match.teams.flatMap(reportDash),
};

function reportDash({ expected, section, team }: OutlineTeam): OutlineReport[] {
  const expectedDash = /\s([-–—])\s/.exec(expected.pattern.source)?.[1];
  const { dash } = team;
  if (expectedDash === undefined || dash === null || dash === expectedDash) return [];
  const { source, text } = section.heading;
  const place = new RegExp(String.raw`(?<=\s)${dash}(?=\s)(?!.*\s${dash}\s)`).exec(source);
  if (place === null) return [];
  const { index } = place;
  const range: OutlineReport['range'] = ({ match }) => {
    const start = match.headingOf(section.heading).range.start + index;
    return { start, end: start + dash.length };
  };
  return [
    {
      message: l10n.t('“{0}” has “{1}” where the template has “{2}”', text, dash, expectedDash),
      range,
      related: templatePlace(expected, l10n.t('The form of a team heading')),
      fixes: (context) => [
        {
          title: l10n.t('Replace with “{0}”', expectedDash),
          safe: true,
          edits: [{ range: range(context), text: expectedDash }],
        },
      ],
    },
  ];
}
