import * as l10n from '@vscode/l10n';
import { markDone } from '../record/mark-done.ts';
import type { MinutesRule } from './rule.ts';
import { areCurrent } from './shared/current-minutes.ts';
import { actionsTemplate } from './shared/example-templates.ts';

/** Finds actions that were due before today. */
export const overdueAction: MinutesRule = {
  id: 'overdue-action',
  summary: 'An open action was due before today',
  severity: 'hint',
  docs: {
    finds: `
An action that is not done is reported where the day after \`by\`, \`due\` or \`until\`, or the \`{day}\` of the template’s shape, is past.
Only drafts and the newest minutes of the series are looked at: that is where an action is mentioned last.
`,
    why: `
A promise that is past its day is either kept, and the minutes don’t say so, or forgotten.
`,
    repair: `
**Mark as done** checks the box, or writes ✅ after an action that has none.
`,
    exampleTemplate: actionsTemplate,
    examples: `
~~~settings
today: 2018-06-26
~~~

~~~2018-06-26-harbor.md
# Harbor call 2018-06-26

## Action items

- [ ] Ada Quill: paint the hull by 2018-06-19
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ overdue-action: The action was due on 2018-06-19 [unsafe fix: Mark as done]
- [ ] Bo Reed: order rope by 2018-07-03
~~~
`,
  },
  fixes: [{ title: 'Mark as done', safe: false }],
  check: (context) =>
    areCurrent(context)
      ? context.record().actions.flatMap((action) => {
          const { due, done, range } = action;
          if (done || due === null || due >= context.today) return [];
          const title = l10n.t('Mark as done');
          return [
            {
              message: l10n.t('The action was due on {0}', due),
              range,
              related: [],
              fixes: [{ title, safe: false, edits: [markDone(action)] }],
            },
          ];
        })
      : [],
};
