import type { MisplacedSection } from '../matching/template-match.ts';
import { moveBlock } from '../text/move-block.ts';
import type { MinutesRule, Report, RuleContext } from './rule.ts';

/** Finds sections outside the longest run that is in the template's order. */
export const misplacedSection: MinutesRule = {
  id: 'misplaced-section',
  summary: 'A section stands elsewhere than the template says',
  severity: 'warning',
  docs: `
Readers of many minutes find their way by the order of the sections.
Of all sections the fewest are reported that have to move for the rest to be in order.

**Move section** takes the section, body and all, to where the template has it.
It is never part of fix-all: look at the result.

If the order of a section’s children doesn’t matter, say so in the template:

\`\`\`markdown
## Reports <!-- any-order -->
\`\`\`
`,
  check: (context) =>
    context.match.misplaced.map((misplaced) => reportMisplaced(misplaced, context)),
};

function reportMisplaced(
  { expected, section, offset, after, parent }: MisplacedSection,
  context: RuleContext,
): Report {
  const { text, range } = section.heading;
  const place =
    after !== null
      ? `after “${after.heading.text}”`
      : parent !== null
        ? `below “${parent.heading.text}”`
        : 'first';
  return {
    message: `“${text}” is out of order: it belongs ${place}`,
    range,
    related: [
      {
        document: 'template',
        range: expected.range,
        message: `“${expected.name}” in the template`,
      },
    ],
    fixes: [
      {
        title: `Move section “${text}” ${place}`,
        safe: false,
        edits: moveBlock(context.minutes.text, section.range, offset),
      },
    ],
  };
}
