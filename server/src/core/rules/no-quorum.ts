import * as l10n from '@vscode/l10n';
import type { MinutesRule } from './rule.ts';

/** Finds decisions that too few people made. */
export const noQuorum: MinutesRule = {
  id: 'no-quorum',
  summary: 'Fewer people were present than a decision needs',
  severity: { draft: 'off', final: 'warning' },
  docs: {
    finds: `
The template says how many have to be present for a decision.
Minutes with a decision and with a list of who was there are reported if fewer were.
Guests and those who sent regrets don’t count.
Drafts are not reported: who will come is not known yet.
`,
    why: `
What too few decided may have to be decided again.
`,
    repair: `
Complete the attendance, or put the decision on the agenda once more.
`,
    options: `
The template’s front matter says how many:

~~~yaml
quorum: 5
~~~
`,
    examples: `
~~~template.md
---
file-name: "{date}-harbor.md"
quorum: 3
---

# Harbor call {date}

## Present <!-- attendees -->

## Decisions <!-- decisions -->
~~~

~~~2018-06-26-harbor.md
# Harbor call 2018-06-26

## Present

- Ada Quill
- Bo Reed

## Decisions

- We buy rope.
^^^^^^^^^^^^^^ no-quorum: The quorum is 3, and the list of those present has 2
~~~
`,
  },
  fixes: [],
  check: (context) => {
    const { quorum } = context.template.options;
    if (quorum === null) return [];
    const { decisions, attendance } = context.record();
    const [first] = decisions;
    const present = attendance.filter(({ presence }) => presence === 'present').length;
    if (first === undefined || attendance.length === 0 || present >= quorum) return [];
    const message = l10n.t(
      'The quorum is {0}, and the list of those present has {1}',
      quorum,
      present,
    );
    return [{ message, range: first.range, related: [], fixes: [] }];
  },
};
