import * as l10n from '@vscode/l10n';
import type { NamedPerson } from '../record/named-person.ts';
import { closestTo } from '../text/closest.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { areCurrent } from './shared/current-minutes.ts';
import { actionsTemplate } from './shared/example-templates.ts';
import { isAmong, knownPeople } from './shared/known-people.ts';

/** Finds owners of actions whose names are slips. */
export const unknownPerson: MinutesRule = {
  id: 'unknown-person',
  summary: 'An action’s owner is nobody whom the series knows, but resembles somebody',
  severity: 'hint',
  docs: {
    finds: `
People are known by the roster, by attendance, by the leads of teams, and by earlier actions.
An owner who is none of them is reported only if the name resembles one of theirs; any other name is a new person’s.
Only drafts and the newest minutes of the series are looked at.
`,
    why: `
\`minutes actions --owner\` finds what a person promised by the name.
Whoever is misspelled seems to have promised nothing.
`,
    repair: `
**Replace** writes the name that it resembles.
`,
    exampleTemplate: actionsTemplate,
    examples: `
~~~2018-06-19-harbor.md
# Harbor call 2018-06-19

## Action items

- [x] Ada Quill: order rope
~~~

~~~2018-06-26-harbor.md
# Harbor call 2018-06-26

## Action items

- [ ] Ada Qiull: paint the hull
      ^^^^^^^^^ unknown-person: Nobody is known as “Ada Qiull” [unsafe fix: Replace with “Ada Quill”]
- [ ] Cy Dune: check the cable
~~~
`,
  },
  fixes: [{ title: 'Replace with', safe: false }],
  check: (context) => {
    if (!areCurrent(context)) return [];
    const { actions } = context.record();
    if (actions.every(({ done }) => done)) return [];
    const known = knownPeople(context);
    return actions
      .filter(({ done }) => !done)
      .flatMap(({ owners, range }) =>
        owners.flatMap((owner) => report(owner, range, known, context)),
      );
  },
};

function report(
  owner: NamedPerson,
  item: OffsetRange,
  known: readonly string[],
  { minutes: { text } }: RuleContext,
): readonly Report[] {
  const start = text.indexOf(owner.name, item.start);
  if (start === -1 || start > item.end || isAmong(owner, known)) return [];
  const near = closestTo(owner.name, known);
  if (near === null) return [];
  const range = { start, end: start + owner.name.length };
  const title = l10n.t('Replace with “{0}”', near);
  return [
    {
      message: l10n.t('Nobody is known as “{0}”', owner.name),
      range,
      related: [],
      fixes: [{ title, safe: false, edits: [{ range, text: near }] }],
    },
  ];
}
