import * as l10n from '@vscode/l10n';
import { ignoreComments } from '../minutes/ignore-comments.ts';
import { closestTo } from '../text/closest.ts';
import type { MinutesRule } from './rule.ts';

/** Finds comments that ignore a rule which doesn't exist. */
export const unknownRule: MinutesRule = {
  id: 'unknown-rule',
  summary: 'A comment ignores a rule that doesn’t exist',
  severity: 'warning',
  docs: `
Findings that are meant so can be ignored by a comment alone on its line:

\`\`\`markdown
<!-- minutes-ignore missing-lead -->

### Kettle
\`\`\`

The comment holds for the next block: a paragraph, a list, a table, or a heading with its whole section.
\`<!-- minutes-ignore-file missing-lead -->\` holds for the whole file.
Several rules stand with spaces or commas between them.

A comment with a rule that is misspelt ignores nothing.
**Write** puts the closest rule there.
`,
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
