import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import { replacementOf } from '../matching/replacement.ts';
import { isNamed } from '../matching/heading-match.ts';
import type { Section } from '../minutes/outline.ts';
import type { MissingSection } from '../matching/template-match.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { sectionsTemplate } from './shared/example-templates.ts';
import { akinHeading, beginsWithName } from './shared/akin-heading.ts';
import { hasFieldsAbove, insertSection } from './shared/insert-section.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { boldHeadings } from './shared/bold-headings.ts';
import { namedLine, sameNameAt } from './shared/named-line.ts';

/** Finds required sections that are absent. */
export const missingSection: MinutesRule = {
  id: 'missing-section',
  summary: 'A section that the template requires is missing',
  severity: 'warning',
  yieldsTo: ['unparsed-heading'],
  structural: true,
  isEvidence: true,
  docs: {
    finds: `
The finding is at the place where the section belongs, and links to the line of the template that requires it.
A heading that has the section’s name among more words, such as “New open questions” for “Open questions”, or beside that of another section, such as “Agenda / Notes”, is the section.
A text that has no section of the template at all, such as a page that was just pasted, is one finding.
`,
    why: `
Readers look for the decisions of a meeting below “Decisions”.
If the section is missing, they can’t know whether nothing was decided or nobody wrote it down.
`,
    repair: `
**Insert section** adds the section where it belongs, with the template’s starting content and its own subsections.
It is safe unless the section may be there: below a line in the text above that has its name as a label, in italics or in HTML, or below a heading beside it that the template doesn’t know and that begins with its name, or shares half of its words.
Where the heading begins with the whole name, and for a section of any text that repeats, the finding is a hint.
`,
    options: `
If minutes may lack the section, mark it in the template:

~~~markdown
## Decisions <!-- optional -->
~~~
`,
    exampleTemplate: sectionsTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## News
       ^ missing-section: The template requires the section “Decisions” [fix: Insert section “Decisions”]
~~~

~~~fixed
# Weekly 2018-06-26

## News

## Decisions
~~~
`,
  },
  fixes: [
    { title: 'Insert section', safe: true },
    {
      title: 'Insert all that is missing',
      safe: true,
      when: 'the minutes have nothing of the template',
    },
    { title: 'Insert section', safe: false, when: 'a line above or a heading may be the section' },
  ],
  check: (context) =>
    context.match.missing
      .filter(({ expected }) => expected.kind !== 'title')
      .filter((missing) => !boldHeadings(context).some((bold) => bold.missing === missing))
      .map((missing) => reportMissing(missing, context)),
};

function reportMissing(missing: MissingSection, context: RuleContext): Report {
  const { expected, offset } = missing;
  const { edits, anchor } = insertSection(missing, context);
  const line = namedLine(expected, offset, context);
  const akin = akinHeading(missing, context.match);
  const isOpen = isOpenRepeat(expected);
  return {
    ...((isOpen || (akin !== null && beginsWithName(akin, expected))) && {
      severity: 'hint' as const,
    }),
    message: expected.message ?? l10n.t('The template requires the section “{0}”', expected.name),
    range: anchor,
    related: [
      ...sameNameAt(line, expected.name),
      ...(akin === null ? [] : [mayBeMeant(akin)]),
      {
        document: 'template',
        range: expected.range,
        message: l10n.t('The template requires “{0}” here', expected.name),
      },
    ],
    fixes: [
      {
        title: l10n.t('Insert section “{0}”', expected.name),
        safe: line === null && akin === null && !isOpen && !hasFieldsAbove(missing, context),
        edits,
      },
    ],
    ...departureFrom(expected, 'absent', replacementOf(missing, context.match)?.heading.text),
  };
}

/** Tells whether a section has no name, and as many may be there as a meeting has something for: most meetings without any have nothing to say. */
function isOpenRepeat({ pattern, aliases, repeat }: TemplateSection): boolean {
  return !isNamed({ pattern }) && aliases.length === 0 && repeat.max > 1 && repeat.min <= 1;
}

function mayBeMeant({ heading }: Section): Report['related'][number] {
  return {
    document: 'minutes',
    range: heading.range,
    message: l10n.t('“{0}” may be the section', heading.text),
  };
}
