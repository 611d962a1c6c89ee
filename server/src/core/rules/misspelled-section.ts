import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import { literalNames } from '../matching/heading-match.ts';
import type { OutlinePair } from '../matching/pair.ts';
import type { OutlineMatch } from '../matching/template-match.ts';
import { slipOf, type Slip } from '../matching/slip.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OutlineReport, OutlineRule, RuleContext } from './rule.ts';
import { sectionsTemplate } from './shared/example-templates.ts';
import { headingContent, templatePlace } from './shared/outline-places.ts';
import { renameEdit } from './shared/rename-edit.ts';

/** Finds headings that are a missing section under another spelling or name. */
export const misspelledSection: OutlineRule = {
  id: 'misspelled-section',
  summary: 'A heading closely resembles a missing section',
  severity: 'warning',
  yieldsTo: ['unfilled-text', 'pasted-heading', 'mojibake', 'unparsed-heading'],
  structural: true,
  isEvidence: true,
  docs: {
    finds: `
The heading is a slip of the pen for the name of a section that is otherwise missing: one letter in a word of four to seven, at most two in a longer one.
A heading with another name is not a slip, wherever it is.
`,
    why: `
A section under another spelling can’t be found by its name, neither by readers nor by tools.
`,
    repair: `
**Rename** changes the word to the one in the template, and keeps links, emoji and emphasis around it.
`,
    options: `
If both names are right, allow the other one in the template:

~~~markdown
## Decisions <!-- alias: Resolutions -->
~~~
`,
    exampleTemplate: sectionsTemplate,
    examples: `
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
    { title: 'Rename to', safe: true, when: 'the heading is a slip of the pen' },
    {
      title: 'Rename to',
      safe: false,
      when: 'three other minutes of the series have the same heading, since it may be intended',
    },
  ],
  checkOutline: ({ match }) =>
    match.sections
      .filter(({ kind, slip }) => slip && kind !== 'duplicate')
      .map((pair) => reportMisspelled(pair, match)),
};

function reportMisspelled(
  { expected, section }: OutlinePair,
  { sections }: OutlineMatch,
): OutlineReport {
  const { text } = section.heading;
  const { name, slip } = meantBy(text, expected);
  const all = sections
    .filter((other) => other.section === section || (other.slip && other.kind === 'duplicate'))
    .filter((other) => other.expected === expected)
    .map((other) => other.section.heading)
    .filter((heading) => heading.key === section.heading.key);
  return {
    message: l10n.t('“{0}” should be “{1}”', text, name),
    range: headingContent(section),
    related: templatePlace(expected, l10n.t('“{0}” in the template', expected.name)),
    fixes: (context) => {
      const edits = all.map((each) => slip && renameEdit(context.match.headingOf(each), slip));
      const made = edits.filter((edit) => edit !== null);
      const title = l10n.t('Rename to “{0}”', name);
      if (made.length < edits.length) return [];
      return [{ title, safe: isSafe(text, context), edits: made }];
    },
    ...departureFrom(expected, 'renamed', text),
  };
}

/** Returns the name that was meant, of those that the section may have, and the slip. */
function meantBy(
  text: string,
  expected: TemplateSection,
): { readonly name: string; readonly slip: Slip | null } {
  const [nearest] = literalNames(expected)
    .flatMap((name) => {
      const slip = slipOf(text, name);
      return slip === null ? [] : [{ name, slip }];
    })
    .sort((a, b) => a.slip.edits - b.slip.edits);
  return nearest ?? { name: expected.name, slip: null };
}

/** What several minutes have as a heading is not a slip of the pen. */
function isSafe(text: string, { history }: RuleContext): boolean {
  return !history.evidence().isHeading(normalizeText(text));
}
