import type { OffsetRange } from '../text/offset-range.ts';
import type { Heading, OutlineHeading } from './heading.ts';

/** A section by what its headings say, wherever it is. */
export interface OutlineSection {
  readonly heading: OutlineHeading;
  /** The level at which it counts; another than the heading's own where the outline was repaired. */
  readonly depth: number;
  readonly children: readonly OutlineSection[];
}

/** A heading with what is below it, up to the next heading of its level or above. */
export interface Section extends OutlineSection {
  readonly heading: Heading;
  /** From the heading to the end of the section, its children included. */
  readonly range: OffsetRange;
  /** From the end of the heading to the next heading, whatever its level. */
  readonly bodyRange: OffsetRange;
  readonly children: readonly Section[];
}

/** A heading, wherever it is, with the level at which it counts. */
export interface OutlineLevel {
  readonly heading: OutlineHeading;
  readonly depth: number;
}

/** A heading with the level at which it counts. */
export interface LevelledHeading extends OutlineLevel {
  readonly heading: Heading;
}

/** Returns the topmost sections that headings in document order make, in a text of the given length. */
export function buildOutline(
  headings: readonly LevelledHeading[],
  length: number,
): readonly Section[] {
  let index = 0;
  const sectionsBelow = (depth: number): Section[] => {
    const sections: Section[] = [];
    for (
      let next = headings[index];
      next !== undefined && next.depth > depth;
      next = headings[index]
    ) {
      index++;
      const bodyEnd = headings[index]?.heading.range.start ?? length;
      const children = sectionsBelow(next.depth);
      const end = headings[index]?.heading.range.start ?? length;
      sections.push({
        ...next,
        range: { start: next.heading.range.start, end },
        bodyRange: { start: next.heading.range.end, end: bodyEnd },
        children,
      });
    }
    return sections;
  };
  return sectionsBelow(0);
}

/** Returns the sections and all below them, in document order. */
export function flattenSections(sections: readonly Section[]): readonly Section[] {
  const flat: Section[] = [];
  const add = (section: Section): void => {
    flat.push(section);
    section.children.forEach(add);
  };
  sections.forEach(add);
  return flat;
}

/** Returns whether nothing is below the section's heading. */
export function isEmptySection(section: Section, text: string): boolean {
  return text.slice(section.heading.range.end, section.range.end).trim() === '';
}
