import type { Heading } from '../minutes/heading.ts';
import { buildOutline, flattenSections, type Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { firstIndex } from '../text/first-index.ts';
import type { Pair } from './pair.ts';
import type { MissingSection, TemplateMatch } from './template-match.ts';

/**
 * Returns the match of minutes as that of a later version with the same headings, at their new places;
 * null where the match may be another.
 */
export function moveMatch(
  match: TemplateMatch,
  before: Minutes,
  after: Minutes,
): TemplateMatch | null {
  if (!match.inOrder || lacksTitle(match) || !sayTheSame(before.headings, after.headings)) {
    return null;
  }
  const { outline, sectionOf, headingOf } = moveOutline(match.outline, before, after);
  const pairOf = (pair: Pair): Pair => ({ ...pair, section: sectionOf(pair.section) });
  const missingOf = (missing: MissingSection): MissingSection => ({
    ...missing,
    offset: moveOffset(missing.offset, before, after),
  });
  return {
    outline,
    sections: match.sections.map(pairOf),
    teams: match.teams.map(({ expected, section, team, parent }) => ({
      expected,
      section: sectionOf(section),
      team,
      parent: parent && sectionOf(parent),
    })),
    missing: match.missing.map(missingOf),
    optional: match.optional.map(missingOf),
    misplaced: [],
    duplicates: match.duplicates.map(({ expected, section, first }) => ({
      expected,
      section: sectionOf(section),
      first: sectionOf(first),
    })),
    unexpected: match.unexpected.map(({ section, parent }) => ({
      section: sectionOf(section),
      parent,
    })),
    pasted: match.pasted.map(({ container, headings }) => ({
      container: headingOf(container),
      headings: headings.map(({ heading, depth }) => ({ heading: headingOf(heading), depth })),
    })),
    inOrder: true,
    shape: match.shape,
  };
}

/** A title belongs behind the front matter, which is no heading's place. */
function lacksTitle({ missing, optional }: TemplateMatch): boolean {
  return [...missing, ...optional].some(({ expected }) => expected.kind === 'title');
}

function sayTheSame(before: readonly Heading[], after: readonly Heading[]): boolean {
  return (
    before.length === after.length &&
    before.every((heading, index) => {
      const now = after[index];
      return (
        heading.source === now?.source &&
        heading.text === now.text &&
        heading.unstruckText === now.unstruckText
      );
    })
  );
}

/** An outline at its new places, and what stands there for what stood in the old one. */
interface MovedOutline {
  readonly outline: readonly Section[];
  readonly sectionOf: (section: Section) => Section;
  readonly headingOf: (heading: Heading) => Heading;
}

function moveOutline(outline: readonly Section[], before: Minutes, after: Minutes): MovedOutline {
  const headings = new Map(
    before.headings.map((heading, index) => [heading, after.headings[index] ?? heading]),
  );
  const headingOf = (heading: Heading): Heading => headings.get(heading) ?? heading;
  const old = flattenSections(outline);
  const moved = buildOutline(
    old.map(({ heading, depth }) => ({ heading: headingOf(heading), depth })),
    after.text.length,
  );
  const now = flattenSections(moved);
  const sections = new Map(old.map((section, index) => [section, now[index] ?? section]));
  return { outline: moved, headingOf, sectionOf: (section) => sections.get(section) ?? section };
}

/** Moves the start of a heading or the end of the text. */
function moveOffset(offset: number, before: Minutes, after: Minutes): number {
  const index = firstIndex(before.headings, ({ range }) => range.start >= offset);
  return after.headings[index]?.range.start ?? after.text.length;
}
