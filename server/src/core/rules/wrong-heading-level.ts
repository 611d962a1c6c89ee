import * as l10n from '@vscode/l10n';
import { departureFrom } from '../meetings/departure.ts';
import { flattenSections, type Section } from '../minutes/outline.ts';
import type { OutlinePair } from '../matching/pair.ts';
import type { TemplateMatch } from '../matching/template-match.ts';
import { changeLevels } from './shared/change-level.ts';
import type { OutlineReport, OutlineRule } from './rule.ts';
import { sectionsTemplate } from './shared/example-templates.ts';
import { headingRange, templatePlace } from './shared/outline-places.ts';

/** Finds sections at another level than the template's. */
export const wrongHeadingLevel: OutlineRule = {
  id: 'wrong-heading-level',
  summary: 'A section has a different heading level than in the template',
  severity: 'warning',
  yieldsTo: ['unfilled-text', 'pasted-heading'],
  structural: true,
  isEvidence: true,
  docs: {
    finds: `
Only a section that is otherwise missing is reported, and never inside a team’s update.
`,
    why: `
The number of \`#\` characters determines which section a heading belongs to.
With one too many, “Decisions” belongs to the last team instead of the meeting.
`,
    repair: `
**Change to level** changes the heading and those below it together, and all others where they begin at that level, too.
`,
    exampleTemplate: sectionsTemplate,
    examples: `
~~~2018-06-26.md
# Weekly 2018-06-26

## News

### Decisions
^^^^^^^^^^^^^ wrong-heading-level: “Decisions” is a level 3 heading; the template has level 2 [unsafe fix: Change to level 2]
~~~
`,
  },
  fixes: [{ title: 'Change to level', safe: false }],
  checkOutline({ match }) {
    const shift = wholeShift(match.sections);
    return match.sections
      .filter(({ kind }) => kind === 'level')
      .map((pair) => reportLevel(pair, shift));
  },
};

function reportLevel({ expected, section }: OutlinePair, shift: number | null): OutlineReport {
  const { heading, depth } = section;
  return {
    message: l10n.t(
      '“{0}” is a level {1} heading; the template has level {2}',
      heading.text,
      heading.depth,
      expected.depth,
    ),
    range: headingRange(section),
    related: templatePlace(expected, l10n.t('“{0}” in the template', expected.name)),
    fixes: ({ match }) => [
      {
        title: l10n.t('Change to level {0}', depth),
        safe: false,
        edits: changeLevels([
          ...new Set([
            ...flattenSections([match.sectionOf(section)]),
            ...pulledAlong(match.sectionOf(section), match),
          ]),
        ]),
      },
    ],
    ...leveled(expected, heading.depth, shift),
  };
}

function leveled(
  expected: OutlinePair['expected'],
  depth: number,
  shift: number | null,
): Pick<OutlineReport, 'departure'> {
  const { departure } = departureFrom(expected, 'level', String(depth));
  if (departure === undefined) return {};
  return { departure: shift === null ? departure : { ...departure, shift } };
}

/** Returns how many levels too high all sections of the minutes are; null where they aren't all so. */
function wholeShift(sections: readonly OutlinePair[]): number | null {
  const shifts = sections
    .filter(({ expected, kind }) => expected.kind !== 'title' && kind !== 'duplicate')
    .map(({ expected, section }) => expected.depth - section.heading.depth);
  const [first] = shifts;
  return first !== undefined && first !== 0 && shifts.every((shift) => shift === first)
    ? first
    : null;
}

/** Returns all sections but titles where all are written as much too high or too deep as one of them. */
function pulledAlong(
  { heading, depth }: Section,
  { outline, sections }: TemplateMatch,
): readonly Section[] {
  const titles = new Set(
    sections.flatMap(({ expected, section }) => (expected.kind === 'title' ? [section] : [])),
  );
  const all = flattenSections(outline).filter((each) => !titles.has(each));
  const shift = depth - heading.depth;
  return all.every((each) => each.depth - each.heading.depth === shift) ? all : [];
}
