import * as l10n from '@vscode/l10n';
import { excludeFile } from '../template/template-edits.ts';
import type { MinutesRule } from './rule.ts';
import { isOtherMeeting } from './shared/other-meeting.ts';

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
**Exclude the file from the template** adds the file to the template’s \`files\`.
For several such minutes, write a template of their own, or name one in them with \`<!-- minutes-template: NAME -->\`.
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
  ^^^^^^^^ other-minutes: These seem to be minutes of another meeting than “call” [unsafe fix: Exclude the file from the template “call”]

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
  fixes: [{ title: 'Exclude the file from the template', safe: false }],
  check(context) {
    if (!isOtherMeeting(context) || !context.history.evidence().agrees) return [];
    const { minutes, template, history } = context;
    const heading = minutes.headings[0];
    const templateEdits = history.path === null ? null : excludeFile(template, history.path);
    return [
      {
        message: l10n.t('These seem to be minutes of another meeting than “{0}”', template.name),
        range: heading?.contentRange ?? { start: 0, end: 0 },
        related: [],
        fixes:
          templateEdits === null
            ? []
            : [
                {
                  title: l10n.t('Exclude the file from the template “{0}”', template.name),
                  safe: false,
                  edits: [],
                  templateEdits,
                },
              ],
      },
    ];
  },
};
