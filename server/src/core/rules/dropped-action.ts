import * as l10n from '@vscode/l10n';
import type { ActionItem } from '../record/read-actions.ts';
import { headedParts, sectionsOfKind } from '../record/record-parts.ts';
import type { MinutesRule } from './rule.ts';
import { carryOver } from '../record/carry-over.ts';
import { areCurrent } from './shared/current-minutes.ts';
import { droppedActions } from './shared/dropped-actions.ts';
import { actionsTemplate } from './shared/example-templates.ts';

/** Finds open actions of the last minutes that are no longer mentioned. */
export const droppedAction: MinutesRule = {
  id: 'dropped-action',
  summary: 'An open action of the last minutes is neither done nor mentioned',
  severity: 'hint',
  docs: {
    finds: `
If the template marks a section \`<!-- actions -->\`, each action that is open in the last minutes has to be mentioned there, open or done.
The same action is recognized by its owner and words, or by the link to an issue.
Only drafts and the newest minutes of the series are looked at.
`,
    why: `
What is no longer mentioned is forgotten by the next meeting.
`,
    repair: `
**Carry over** writes the action into the section as the last minutes have it.
`,
    exampleTemplate: actionsTemplate,
    examples: `
~~~2018-06-19-harbor.md
# Harbor call 2018-06-19

## Action items

- [ ] Ada Quill: order rope
- [x] Bo Reed: paint the hull
~~~

~~~2018-06-26-harbor.md
# Harbor call 2018-06-26

## Action items
^^^^^^^^^^^^^^^ dropped-action: “Ada Quill: order rope” of 2018-06-19 is neither done nor mentioned [unsafe fix: Carry over “order rope”]

- [ ] Bo Reed: check the cable
~~~
`,
  },
  fixes: [{ title: 'Carry over', safe: false }],
  check: (context) => {
    if (!areCurrent(context)) return [];
    const { minutes, template } = context;
    const [section] = sectionsOfKind(
      'actions',
      () => headedParts(minutes.text, minutes.headings),
      template,
    );
    if (section === undefined) return [];
    return droppedActions(context).map(({ action, date }) => {
      const short = shortText(action.text);
      return {
        message: l10n.t(
          '“{0}” of {1} is neither done nor mentioned',
          withOwner(action, short),
          date,
        ),
        range: section.heading,
        related: [],
        fixes: [
          {
            title: l10n.t('Carry over “{0}”', short),
            safe: false,
            edits: [carryOver(minutes.text, section.body, action.source)],
          },
        ],
      };
    });
  },
};

function withOwner({ owners }: ActionItem, text: string): string {
  const names = owners.map(({ name }) => name).join(', ');
  return names === '' ? text : `${names}: ${text}`;
}

function shortText(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`;
}
