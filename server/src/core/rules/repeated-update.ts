import * as l10n from '@vscode/l10n';
import { updatesBefore } from '../meetings/roster-over-time.ts';
import { textHash } from '../text/text-hash.ts';
import type { MinutesRule } from './rule.ts';
import { harborTemplate } from './shared/example-templates.ts';

/** Finds updates that are the same as in the minutes before. */
export const repeatedUpdate: MinutesRule = {
  id: 'repeated-update',
  summary: 'A team’s update is the same as in the previous minutes',
  severity: 'off',
  docs: {
    finds: `
The update is compared with the team’s latest one before these minutes.
`,
    why: `
If new minutes begin as a copy of the last ones, an update that was not changed says nothing new.
`,
    repair: `
There is no automatic fix: write the update, or delete it.
`,
    options: `
Some groups repeat updates on purpose, so the rule is off until a setting or the template’s \`rules\` turns it on.
`,
    exampleTemplate: harborTemplate,
    examples: `
~~~settings
rules:
  repeated-update: hint
~~~

~~~2018-05-01-harbor.md
# Harbor call 2018-05-01

## Updates

### Crane - Ada Quill

- Painted the jib
~~~

~~~2018-05-15-harbor.md
# Harbor call 2018-05-15

## Updates

### Crane - Ada Quill
^^^^^^^^^^^^^^^^^^^^^ hint repeated-update: “Crane” repeats its update of 2018-05-01

- Painted the jib
~~~
`,
  },
  fixes: [],
  check: ({ minutes, template, date, history }) => {
    if (date === null) return [];
    return template.updateWordings(minutes).flatMap(({ matched: { team, section }, wording }) => {
      if (wording === '') return [];
      const last = updatesBefore(team.key, date, history.series).at(-1);
      if (last?.team.hash !== textHash(wording)) return [];
      return [
        {
          message: l10n.t('“{0}” repeats its update of {1}', team.team, last.date),
          range: section.heading.range,
          related: [],
          fixes: [],
        },
      ];
    });
  },
};
