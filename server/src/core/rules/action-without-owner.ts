import * as l10n from '@vscode/l10n';
import type { MinutesRule } from './rule.ts';
import { areCurrent } from './shared/current-minutes.ts';
import { actionsTemplate } from './shared/example-templates.ts';

/** Finds actions without an owner. */
export const actionWithoutOwner: MinutesRule = {
  id: 'action-without-owner',
  summary: 'An open action names nobody',
  severity: 'hint',
  docs: {
    finds: `
In a section that the template marks \`<!-- actions -->\`, each item is an action.
One that is not done and names nobody is reported, in drafts and in the newest minutes of the series.
`,
    why: `
What everybody is to do, nobody does.
`,
    repair: `
Write the person first: \`- [ ] Ada: order rope\`.
`,
    exampleTemplate: actionsTemplate,
    examples: `
~~~2018-06-26-harbor.md
# Harbor call 2018-06-26

## Action items

- [ ] Ada Quill: paint the hull
- [ ] order rope
^^^^^^^^^^^^^^^^ action-without-owner: The action has no owner
- [x] check the cable
~~~
`,
  },
  fixes: [],
  check: (context) =>
    areCurrent(context)
      ? context
          .record()
          .actions.filter(({ isMarked, owners, done }) => isMarked && !done && owners.length === 0)
          .map(({ range }) => ({
            message: l10n.t('The action has no owner'),
            range,
            related: [],
            fixes: [],
          }))
      : [],
};
