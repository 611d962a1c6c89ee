import * as l10n from '@vscode/l10n';
import { eraBeside } from '../meetings/era-beside.ts';
import { addKey, excludeFile } from '../template/template-edits.ts';
import type { Fix } from './finding.ts';
import type { MinutesRule, RuleContext } from './rule.ts';
import { isOtherMeeting } from './shared/other-meeting.ts';
import { templateOfMinutes } from './shared/template-of-minutes.ts';

/** Finds minutes of another kind of meeting in a series. */
export const otherMinutes: MinutesRule = {
  id: 'other-minutes',
  summary: 'The minutes seem to be of a different meeting than the others of their template',
  severity: 'information',
  docs: {
    finds: `
The finding replaces all others about the sections of the minutes, and nothing in them is fixed automatically.
It appears if neither the file name nor the title matches the template and at least half of the required sections are missing, or the title doesn’t match and three quarters are,
and at least three of the twenty minutes around them are of the template’s meeting.
`,
    why: `
A folder often has minutes of a second kind of meeting, such as an annual assembly among weekly calls.
They don’t lack the sections that the template requires: another template applies to them, or none.
`,
    repair: `
**Exclude the file from the template** adds the file to the template’s \`files\`, and **Write a template** also writes one with the headings of these minutes beside it.
If at least three such minutes are all before or all after the template’s, **Let the template begin** or **end** gives it the days on which it applies.
For several such minutes, one template of their own is enough; \`<!-- minutes-template: NAME -->\` names it in them.
`,
    examples: `
~~~.minutes/call.md
---
files: "calls/*.md"
file-name: "{date}-call.md"
---

# Call {date}

## Agenda

## Decisions
~~~

~~~calls/2018-06-12-call.md
# Call 2018-06-12

## Agenda

## Decisions
~~~

~~~calls/2018-06-19-call.md
# Call 2018-06-19

## Agenda

## Decisions
~~~

~~~calls/2018-06-26-call.md
# Call 2018-06-26

## Agenda

## Decisions
~~~

~~~calls/2018-06-20-assembly.md
# Assembly
  ^^^^^^^^ other-minutes: These seem to be minutes of another meeting than “call” [unsafe fix: Exclude the file from the template “call”] [unsafe fix: Write a template “assembly.md” for it]

## Report
~~~

~~~fixed: Exclude the file from the template “call”
---
files: ["calls/*.md", "!calls/2018-06-20-assembly.md"]
file-name: "{date}-call.md"
---

# Call {date}

## Agenda

## Decisions
~~~
`,
  },
  fixes: [
    { title: 'Exclude the file from the template', safe: false },
    { title: 'Let the template begin on', safe: false },
    { title: 'Let the template end on', safe: false },
    { title: 'Write a template', safe: false },
  ],
  check(context) {
    if (!isOtherMeeting(context) || !context.history.evidence().agrees) return [];
    const { minutes, template } = context;
    return [
      {
        message: l10n.t('These seem to be minutes of another meeting than “{0}”', template.name),
        range: minutes.headings[0]?.contentRange ?? { start: 0, end: 0 },
        related: [],
        fixes: [...ownTemplate(context), ...otherEra(context)],
      },
    ];
  },
};

/** Excludes the file from the template, and writes a separate one for it. */
function ownTemplate({ template, history: { path }, minutes }: RuleContext): readonly Fix[] {
  const templateEdits = path === null ? null : excludeFile(template, path);
  if (path === null || templateEdits === null) return [];
  const exclude = { safe: false, edits: [], templateEdits };
  const newTemplate = templateOfMinutes(minutes, path);
  return [
    { ...exclude, title: l10n.t('Exclude the file from the template “{0}”', template.name) },
    ...(newTemplate === null
      ? []
      : [
          {
            ...exclude,
            title: l10n.t('Write a template “{0}” for it', newTemplate.fileName),
            newTemplate,
          },
        ]),
  ];
}

/** Lets the template hold only where minutes have its form. */
function otherEra({ template, history, date }: RuleContext): readonly Fix[] {
  const era = eraBeside(history.evidence().window, date);
  const edit = era === null ? null : addKey(template, era.key, era.day);
  if (era === null || edit === null) return [];
  const title =
    era.key === 'from'
      ? l10n.t('Let the template begin on {0}', era.day)
      : l10n.t('Let the template end on {0}', era.day);
  return [{ title, safe: false, edits: [], templateEdits: [edit] }];
}
