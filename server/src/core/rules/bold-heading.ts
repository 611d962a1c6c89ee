import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import type { MinutesRule } from './rule.ts';
import { boldHeadings } from './shared/bold-headings.ts';

/** Finds bold lines where the template has a heading. */
export const boldHeading: MinutesRule = {
  id: 'bold-heading',
  summary: 'A bold line stands for a section of the template',
  severity: 'warning',
  makesHeadings: true,
  structural: true,
  isEvidence: true,
  docs: {
    finds: `
The line is bold as a whole, and has the name of a section that is absent.
`,
    why: `
A bold line is no heading: outlines, links and screen readers pass over it, and what follows belongs to the section above.
`,
    repair: `
**Make it a heading** is safe where the line is the only one of its name, directly in the text of the parent, and in the template’s order.
Elsewhere it is yours to decide. No second section is inserted beside it.
`,
    examples: `
~~~template.md
# Weekly {date}

## Attendees

## News
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

**Attendees**
^^^^^^^^^^^^^ bold-heading: “Attendees” is bold, and a heading in the template [fix: Make it a heading]

- Robin Sand

## News
~~~

~~~fixed
# Weekly 2018-06-26

## Attendees

- Robin Sand

## News
~~~
`,
  },
  fixes: [
    { title: 'Make it a heading', safe: true },
    { title: 'Make it a heading', safe: false },
  ],
  check: (context) =>
    boldHeadings(context).map(({ expected, range, words, depth, isSure }) => ({
      message: l10n.t('“{0}” is bold, and a heading in the template', words),
      range,
      related: [
        {
          document: 'template',
          range: expected.range,
          message: l10n.t('“{0}” in the template', expected.name),
        },
      ],
      fixes: [
        {
          title: l10n.t('Make it a heading'),
          safe: isSure,
          edits: [{ range, text: `${'#'.repeat(depth)} ${words}` }],
        },
      ],
      ...departureFrom(expected, 'absent'),
    })),
};
