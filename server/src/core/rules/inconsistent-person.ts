import * as l10n from '@vscode/l10n';
import { usualPersonName } from '../meetings/usual-writing.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { MinutesRule } from './rule.ts';
import { areCurrent } from './shared/current-minutes.ts';

/** Finds attendees whose names are spelled differently from elsewhere. */
export const inconsistentPerson: MinutesRule = {
  id: 'inconsistent-person',
  summary: 'An attendee’s name is spelled differently from the other minutes',
  severity: 'hint',
  docs: {
    finds: `
A name is compared with those of the attendees of the other minutes: it has the same last name with a short or misspelled first name, or differs by a letter or two.
Only drafts and the newest minutes of the series are looked at.
`,
    why: `
\`Chris Marsh\` and \`Christopher Marsh\` look like two people to anyone who later asks who was there.
`,
    repair: `
**Replace** writes the name as it is spelled most often.
`,
    examples: `
~~~template.md
---
file-name: "{date}-harbor.md"
---

# Harbor call {date}

## Present <!-- attendees -->
~~~

~~~2018-06-12-harbor.md
# Harbor call 2018-06-12

## Present

- Christopher Marsh
~~~

~~~2018-06-19-harbor.md
# Harbor call 2018-06-19

## Present

- Christopher Marsh
~~~

~~~2018-06-26-harbor.md
# Harbor call 2018-06-26

## Present

- Chris Marsh
  ^^^^^^^^^^^ inconsistent-person: “Chris Marsh” is spelled “Christopher Marsh” elsewhere [unsafe fix: Replace with “Christopher Marsh”]
~~~
`,
  },
  fixes: [{ title: 'Replace with', safe: false }],
  check: (context) => {
    if (!areCurrent(context)) return [];
    const { attendance } = context.record();
    if (attendance.length === 0) return [];
    const known = context.history.series.minutes.flatMap(({ record }) =>
      record.attendance.map(({ name }) => name),
    );
    return attendance.flatMap(({ name, key, range: item }) => {
      const usual = usualPersonName(name, known);
      const start = context.minutes.text.indexOf(name, item.start);
      if (usual === null || normalizeText(usual) === key || start === -1) return [];
      const range = { start, end: start + name.length };
      const title = l10n.t('Replace with “{0}”', usual);
      return [
        {
          message: l10n.t('“{0}” is spelled “{1}” elsewhere', name, usual),
          range,
          related: [],
          fixes: [{ title, safe: false, edits: [{ range, text: usual }] }],
        },
      ];
    });
  },
};
