import * as l10n from '@vscode/l10n';
import { ignoreComments } from '../minutes/ignore-comments.ts';
import { closestTo } from '../text/closest.ts';
import type { MinutesRule } from './rule.ts';

/** Finds comments that ignore a rule which doesn't exist. */
export const unknownRule: MinutesRule = {
  id: 'unknown-rule',
  summary: 'A comment ignores a rule that doesn’t exist',
  severity: 'warning',
  whenCancelled: true,
  docs: {
    finds: `
Rules are separated with spaces or commas.
`,
    why: `
A comment with a misspelled rule ignores nothing.
`,
    repair: `
**Replace** writes the closest rule.
`,
    options: `
A comment alone on its line applies to the next block: a paragraph, a list, a table, or a heading with its whole section.
\`<!-- minutes-ignore-file missing-lead -->\` applies to the whole file.

~~~markdown
<!-- minutes-ignore missing-lead -->

### Kettle
~~~
`,
    examples: `
~~~template.md
# Weekly {date}
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

<!-- minutes-ignore mojibak -->
                    ^^^^^^^ unknown-rule: There is no rule “mojibak” [unsafe fix: Replace with “mojibake”]

JÃ¶rg takes notes.
^^^^^ mojibake: “JÃ¶rg” is “Jörg” in the wrong encoding [fix: Replace with “Jörg”]
~~~

~~~fixed
# Weekly 2018-06-26

<!-- minutes-ignore mojibak -->

Jörg takes notes.
~~~
`,
  },
  fixes: [{ title: 'Replace with', safe: false }],
  check: ({ minutes, ruleIds }) =>
    ignoreComments(minutes).flatMap(({ rules }) =>
      rules
        .filter(({ id }) => !ruleIds.includes(id))
        .map(({ id, range }) => {
          const near = closestTo(id, ruleIds);
          return {
            message: l10n.t('There is no rule “{0}”', id),
            range,
            related: [],
            fixes:
              near === null
                ? []
                : [
                    {
                      title: l10n.t('Replace with “{0}”', near),
                      safe: false,
                      edits: [{ range, text: near }],
                    },
                  ],
          };
        }),
    ),
};
