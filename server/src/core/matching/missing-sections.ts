import { bodyStart } from '../markdown/front-matter-place.ts';
import type { Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { leastOf } from './align-sections.ts';
import { joinedNames } from './carried-name.ts';
import { literalNames } from './heading-match.ts';
import { looseName } from './loose-name.ts';
import { writtenShift } from './written-shift.ts';
import type { Pair, Siblings } from './pair.ts';
import type { MissingSection } from './template-match.ts';

/** Returns the sections that are absent among siblings, with where each belongs. */
export function missingSections(siblings: Siblings, minutes: Minutes): readonly MissingSection[] {
  if (siblings.parent?.kind === 'duplicate') return [];
  const missing: MissingSection[] = [];
  let next = { target: -1, offset: -1 };
  for (const expected of siblings.expected.toReversed()) {
    const count = lackOf(expected, siblings);
    if (count === 0 || isJoined(expected, siblings, minutes)) continue;
    const orphans = siblings.orphans.filter((orphan) => isBelow(orphan.expected, expected));
    const place = placeOf(expected, siblings, minutes);
    const target = pastDeeper(expected, siblings, aboveUnknown(expected, siblings, place.offset));
    const end = next.target === target ? next.offset : target;
    const adopted = adoptedAt(orphans, end, siblings);
    const offset = Math.min(end, ...adopted.map(({ section }) => section.range.start));
    next = { target, offset };
    missing.unshift({
      expected,
      count,
      present: new Set(orphans.map((orphan) => orphan.expected)),
      offset,
      isFirst: place.isFirst,
      parent: siblings.parent?.section ?? null,
      shift: writtenShift(siblings.parent, siblings.pairs.filter(isPlaced)),
      astray: orphans.filter((orphan) => !adopted.includes(orphan)),
    });
  }
  return missing;
}

/** Returns the offset before sections of a higher level that are unknown or out of place, below which a section that is inserted there would be. */
function aboveUnknown(expected: TemplateSection, siblings: Siblings, offset: number): number {
  const { parent, sections, pairs } = siblings;
  const shift = parent === null ? 0 : parent.section.depth - parent.expected.depth;
  const swallowing = sections.find(
    (section) =>
      section.range.end === offset &&
      section.depth < expected.depth + shift &&
      !pairs.some((pair) => pair.section === section && isPlaced(pair)),
  );
  return swallowing === undefined
    ? offset
    : aboveUnknown(expected, siblings, swallowing.range.start);
}

/** Returns the offset after sections of a deeper level that would be below a section that is inserted before them; one that may be at either level would not. */
function pastDeeper(expected: TemplateSection, siblings: Siblings, offset: number): number {
  const { parent, sections, pairs, orphans } = siblings;
  const shift = parent === null ? 0 : parent.section.depth - parent.expected.depth;
  const next = sections.find(({ range }) => range.start === offset);
  const isOwn =
    orphans.some(({ section }) => section === next) ||
    pairs.some(
      (pair) => pair.section === next && isPlaced(pair) && pair.expected.depth < next.depth,
    );
  return next === undefined || isOwn || next.depth <= expected.depth + shift
    ? offset
    : pastDeeper(expected, siblings, next.range.end);
}

/** Where a section belongs. */
interface SectionPlace {
  readonly offset: number;
  /** The sibling that it follows. */
  readonly after: Section | null;
  /** It belongs at the start of the minutes. */
  readonly isFirst: boolean;
}

/** Returns where a section belongs among its siblings: after the last that comes before it. */
export function placeOf(
  expected: TemplateSection,
  { expected: all, parent, pairs }: Siblings,
  minutes: Minutes,
): SectionPlace {
  const own = all.indexOf(expected);
  const indexOf = (pair: Pair): number => all.indexOf(pair.expected);
  const placed = pairs.filter(isPlaced);
  const before = placed.findLast((pair) => indexOf(pair) <= own);
  if (before !== undefined) {
    return { offset: before.section.range.end, after: before.section, isFirst: false };
  }
  const after = placed.find((pair) => indexOf(pair) > own);
  if (after !== undefined) {
    return { offset: after.section.range.start, after: null, isFirst: false };
  }
  if (parent !== null) {
    return { offset: parent.section.bodyRange.end, after: null, isFirst: false };
  }
  const isFirst = expected.kind === 'title';
  return { offset: isFirst ? bodyStart(minutes.text) : minutes.text.length, after: null, isFirst };
}

function isPlaced({ kind }: Pair): boolean {
  return kind !== 'moved' && kind !== 'elsewhere' && kind !== 'duplicate';
}

/** Tells whether a heading has a section's name beside that of another, and so is both. */
function isJoined(
  expected: TemplateSection,
  { expected: all }: Siblings,
  { headings }: Minutes,
): boolean {
  const names = literalNames(expected).map(looseName);
  const known = new Set(all.flatMap(literalNames).map(looseName));
  return headings.some(({ text }) => {
    const joined = joinedNames(text);
    if (joined.length === 0 || known.has(looseName(text))) return false;
    if (joined.some((name) => names.includes(name))) return true;
    // Beside a whole name another one may be short.
    const isShort = (short: string): boolean => names.some((name) => name.startsWith(`${short} `));
    return joined.some((name) => known.has(name)) && joined.some(isShort);
  });
}

/** Counts how often a section is absent; an optional one is at most once. */
function lackOf(expected: TemplateSection, { pairs }: Siblings): number {
  const count = pairs.filter(
    (pair) => pair.expected === expected && pair.kind !== 'duplicate',
  ).length;
  if (expected.required) return Math.max(0, leastOf(expected) - count);
  return expected.kind === 'section' && count === 0 ? 1 : 0;
}

function isBelow(section: TemplateSection, { children }: TemplateSection): boolean {
  return children.some((child) => child === section || isBelow(section, child));
}

/** Returns the sections of an absent one that are between its neighbors, so that it is inserted above them. */
function adoptedAt(
  orphans: readonly Pair[],
  offset: number,
  { pairs, parent }: Siblings,
): readonly Pair[] {
  const before = pairs.filter(({ section }) => section.range.end <= offset).at(-1)?.section;
  const from = before?.heading.range.end ?? parent?.section.heading.range.end ?? 0;
  return orphans.filter(({ section: { range } }) => from <= range.start && range.start <= offset);
}
