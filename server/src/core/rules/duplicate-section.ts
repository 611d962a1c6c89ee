import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import { isEmptySection, type OutlineSection } from '../minutes/outline.ts';
import { removeBlock } from '../text/move-block.ts';
import type { Fix } from './finding.ts';
import type { OutlineRule, RuleContext } from './rule.ts';
import { mergeSections } from './shared/merge-sections.ts';
import { headingRange } from './shared/outline-places.ts';

/** Finds sections that appear twice below one parent. */
export const duplicateSection: OutlineRule = {
  id: 'duplicate-section',
  summary: 'A section appears twice below the same parent',
  severity: 'warning',
  yieldsTo: ['unfilled-text', 'pasted-heading', 'unparsed-heading'],
  structural: true,
  isEvidence: true,
  docs: {
    finds: `
The finding is at the second section, and links to the first.
`,
    why: `
Two sections of the same name result from two people who each insert it, or from a merge.
Readers who find the first one don’t look for the second.
`,
    repair: `
If one of the two is empty, **Remove the empty section** deletes it.
Otherwise, **Merge it into the first** puts the second text below the first one, and so with parts of the same name.
Check the result.
`,
    options: `
If a section may appear several times, say so in the template:

~~~markdown
## Guest talk <!-- repeat -->
~~~
`,
    examples: `
~~~template.md
# Weekly {date}

## News
~~~

~~~2018-06-26.md
# Weekly 2018-06-26

## News

- The kettle works.

## News
^^^^^^^ duplicate-section: The section “News” appears twice [unsafe fix: Remove the empty section “News”] [see 3:1: First occurrence]
~~~
`,
  },
  fixes: [
    { title: 'Remove the empty section', safe: false },
    { title: 'Merge it into the first', safe: false },
  ],
  checkOutline: ({ match }) =>
    match.duplicates.map(({ expected, section, first }) => ({
      message:
        expected.repeat.max > 1
          ? l10n.t(
              'The section “{0}” appears more than {1} times',
              section.heading.text,
              expected.repeat.max,
            )
          : l10n.t('The section “{0}” appears twice', section.heading.text),
      range: headingRange(section),
      related: (context) => [
        {
          document: 'minutes',
          range: headingRange(first)(context),
          message: l10n.t('First occurrence'),
        },
      ],
      fixes: (context) => joinFixes(section, first, context, expected.repeat.max === 1),
      ...departureFrom(expected, 'repeated'),
    })),
};

/**
 * Returns the fix that leaves one of two sections of one name: it removes an empty one,
 * or else puts their texts together, where there may be only one.
 */
export function joinFixes(
  section: OutlineSection,
  first: OutlineSection,
  { match: { sectionOf }, minutes: { text } }: RuleContext,
  isOnce = true,
): readonly Fix[] {
  const empty = [section, first]
    .map(sectionOf)
    .find((candidate) => isEmptySection(candidate, text));
  if (empty !== undefined) {
    return [
      {
        title: l10n.t('Remove the empty section “{0}”', empty.heading.text),
        safe: false,
        edits: [removeBlock(text, empty.range)],
      },
    ];
  }
  const edits = isOnce ? mergeSections(text, sectionOf(first), sectionOf(section)) : null;
  return edits === null
    ? []
    : [{ title: l10n.t('Merge it into the first “{0}”', first.heading.text), safe: false, edits }];
}
