import type { Heading } from '../minutes/heading.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { isHeadingOf } from './heading-match.ts';

/** A section of the template with all that it is below, the topmost first. */
export interface SectionPath {
  readonly section: TemplateSection;
  readonly ancestors: readonly TemplateSection[];
  /** Names of the sections beside it, by which headings are theirs and not its own. */
  readonly otherKeys: ReadonlySet<string>;
}

/** Returns the paths of all sections from a list down to those below the ones for which that holds. */
export function sectionPaths(
  siblings: readonly TemplateSection[],
  isEntered: (section: TemplateSection) => boolean,
  ancestors: readonly TemplateSection[] = [],
): readonly SectionPath[] {
  return siblings.filter(isEntered).flatMap((section) => [
    {
      section,
      ancestors,
      otherKeys: new Set(
        siblings.flatMap(({ keys }) => keys.filter((key) => !section.keys.includes(key))),
      ),
    },
    ...sectionPaths(section.children, isEntered, [...ancestors, section]),
  ]);
}

/**
 * Returns the index of the heading that most probably is a section's, by names and levels alone, or -1:
 * the first below its parents and at its level, else the first of its name.
 */
export function indexOfHeading(
  { section, ancestors, otherKeys }: SectionPath,
  headings: readonly Heading[],
): number {
  const fits = (heading: Heading): boolean =>
    isHeadingOf(section, heading) && !otherKeys.has(heading.key);
  let [start, end] = [0, headings.length];
  for (const ancestor of ancestors) {
    const index = firstIndex(headings, start, end, isAtLevelOf(ancestor));
    if (index === -1) continue;
    start = index + 1;
    end = endOfSection(headings, index, end);
  }
  const index = firstIndex(
    headings,
    start,
    end,
    (heading) => isLevelOf(section, heading) && fits(heading),
  );
  return index === -1 ? headings.findIndex(fits) : index;
}

function isAtLevelOf(section: TemplateSection): (heading: Heading) => boolean {
  return (heading) =>
    isLevelOf(section, heading) && (section.kind === 'title' || isHeadingOf(section, heading));
}

function isLevelOf({ levels }: TemplateSection, { depth }: Heading): boolean {
  return levels.min <= depth && depth <= levels.max;
}

function firstIndex(
  headings: readonly Heading[],
  start: number,
  end: number,
  fits: (heading: Heading) => boolean,
): number {
  for (let index = start; index < end; index++) {
    const heading = headings[index];
    if (heading !== undefined && fits(heading)) return index;
  }
  return -1;
}

function endOfSection(headings: readonly Heading[], index: number, end: number): number {
  const depth = headings[index]?.depth ?? 0;
  const next = firstIndex(headings, index + 1, end, (heading) => heading.depth <= depth);
  return next === -1 ? end : next;
}
