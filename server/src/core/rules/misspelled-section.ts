import * as l10n from '@vscode/l10n';
import type { Pair } from '../matching/pair.ts';
import { headingText } from '../template/section-text.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds headings that stand for a missing section under another spelling or name. */
export const misspelledSection: MinutesRule = {
  id: 'misspelled-section',
  summary: 'A heading closely resembles a missing section',
  severity: 'warning',
  docs: {
    finds: `
The heading closely resembles the name of a section that is otherwise missing, or is the only unknown heading in its place.
`,
    why: `
A section under another spelling can’t be found by its name, neither by readers nor by tools.
`,
    repair: `
**Rename** changes the heading to the one in the template.
`,
    options: `
If both names are right, allow the other one in the template:

~~~markdown
## Decisions <!-- alias: Resolutions -->
~~~
`,
    examples: `
~~~template.md
# Weekly {date}

## News

## Decisions
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

## News

## Descisions
   ^^^^^^^^^^ misspelled-section: “Descisions” should be “Decisions” [fix: Rename to “Decisions”]
~~~

~~~fixed
# Weekly 2018-06-26

## News

## Decisions
~~~
`,
  },
  fixes: [
    { title: 'Rename to', safe: true, when: 'the heading closely resembles the template’s' },
    {
      title: 'Rename to',
      safe: false,
      when: 'the heading is merely in the place of the missing one, since it may be intended',
    },
  ],
  check: (context) =>
    context.match.sections
      .filter(({ kind }) => kind === 'misspelled' || kind === 'renamed')
      .map((pair) => reportMisspelled(pair, context)),
};

function reportMisspelled({ expected, section, kind }: Pair, context: RuleContext): Report {
  const { text, contentRange } = section.heading;
  const name = headingText(expected, context.template, context.told);
  const resembles = kind === 'misspelled';
  return {
    message: resembles
      ? l10n.t('“{0}” should be “{1}”', text, expected.name)
      : l10n.t('“{0}” is where the template requires “{1}”', text, expected.name),
    range: contentRange,
    related: [
      {
        document: 'template',
        range: expected.range,
        message: l10n.t('“{0}” in the template', expected.name),
      },
    ],
    fixes: [
      {
        title: l10n.t('Rename to “{0}”', expected.name),
        safe: resembles,
        edits: [{ range: contentRange, text: name }],
      },
    ],
  };
}
