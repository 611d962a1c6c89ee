import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import type { MisplacedSection, TemplateMatch } from '../matching/template-match.ts';
import { flattenSections, type Section } from '../minutes/outline.ts';
import { moveBlock } from '../text/move-block.ts';
import { shiftRange } from '../text/offset-range.ts';
import { applyEdits } from '../text/text-edit.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';
import { changeLevels } from './shared/change-level.ts';
import { sectionsTemplate } from './shared/example-templates.ts';

/** Finds sections outside the longest run that is in the template's order. */
export const misplacedSection: MinutesRule = {
  id: 'misplaced-section',
  summary: 'A section is out of the template’s order',
  severity: 'warning',
  yieldsTo: [
    'unfilled-text',
    'pasted-heading',
    'unparsed-heading',
    'malformed-team-heading',
    'duplicate-team',
  ],
  structural: true,
  isEvidence: true,
  docs: {
    finds: `
Of all sections, the rule reports the fewest that have to move to put the rest in order.
Minutes may follow the order of their own agenda instead.
`,
    why: `
Readers of many minutes find their way by the order of the sections.
`,
    repair: `
**Move section** moves the section, with everything in it, to where the template has it.
Check the result.
`,
    options: `
If the order of a section’s children doesn’t matter, say so in the template:

~~~markdown
## Reports <!-- any-order -->
~~~
`,
    exampleTemplate: sectionsTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## Decisions

- We buy a kettle.

## News
^^^^^^^ misplaced-section: “News” is out of order: it belongs first [unsafe fix: Move section “News” to the top]
~~~
`,
  },
  fixes: [{ title: 'Move section', safe: false }],
  check: (context) =>
    context.match.misplaced.map((misplaced) => reportMisplaced(misplaced, context)),
};

function reportMisplaced(misplaced: MisplacedSection, { minutes, match }: RuleContext): Report {
  const { expected, section, offset, level, after, parent, absentParent } = misplaced;
  const { text, range } = section.heading;
  const { message, title } = wordsFor(
    text,
    after?.heading.text ?? null,
    parent?.heading.text ?? absentParent?.name ?? null,
  );
  return {
    message,
    range,
    related: [
      {
        document: 'template',
        range: expected.range,
        message: l10n.t('“{0}” in the template', expected.name),
      },
    ],
    // What belongs below an absent section can be moved once that is inserted.
    fixes:
      absentParent === null
        ? [
            {
              title,
              safe: false,
              edits: moveBlock(
                minutes.text,
                section.range,
                offset,
                atLevel(section, level, minutes.text),
              ),
            },
          ]
        : [],
    ...departureFrom(expected, 'order', '', linesPast(misplaced, match)),
  };
}

/** Returns the template's lines of the sections that a section is on the wrong side of. */
function linesPast(
  { expected, section }: MisplacedSection,
  { sections }: TemplateMatch,
): readonly number[] {
  const { start } = expected.range;
  return sections
    .filter(({ kind }) => kind !== 'duplicate')
    .filter(
      (other) =>
        other.expected.range.start < start !== other.section.range.start < section.range.start &&
        other.expected !== expected,
    )
    .map((other) => other.expected.range.start);
}

/** Says where a section belongs: after a section, below one, or at the top. */
function wordsFor(
  name: string,
  after: string | null,
  parent: string | null,
): { readonly message: string; readonly title: string } {
  if (after !== null) {
    return {
      message: l10n.t('“{0}” is out of order: it belongs after “{1}”', name, after),
      title: l10n.t('Move section “{0}” after “{1}”', name, after),
    };
  }
  if (parent !== null) {
    return {
      message: l10n.t('“{0}” is out of order: it belongs below “{1}”', name, parent),
      title: l10n.t('Move section “{0}” below “{1}”', name, parent),
    };
  }
  return {
    message: l10n.t('“{0}” is out of order: it belongs first', name),
    title: l10n.t('Move section “{0}” to the top', name),
  };
}

/** Returns a section's text with its heading at a level, and those below it as much higher or deeper. */
function atLevel(section: Section, level: number, text: string): string {
  const shift = level - section.depth;
  const levelled = flattenSections([section]).map(({ heading, depth }) => ({
    heading,
    depth: Math.min(6, Math.max(1, depth + shift)),
  }));
  const { start } = section.range;
  const edits = changeLevels(levelled).map((edit) => ({
    ...edit,
    range: shiftRange(edit.range, -start),
  }));
  return applyEdits(text.slice(start, section.range.end), shift === 0 ? [] : edits);
}
