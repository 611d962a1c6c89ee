import type { Heading } from '../minutes/heading.ts';
import { flattenSections, type Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import { partitionPoint } from '../text/partition-point.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { once } from '../text/cached.ts';
import { bodyStart } from '../markdown/front-matter-place.ts';
import { findSame } from './find-same.ts';
import type { Pair } from './pair.ts';
import type { MatchedTeam, MissingSection, TemplateMatch } from './template-match.ts';
import type { TemplateSection } from '../template/template-section.ts';

/** Returns the match of a later version whose headings say the same. */
export type MoveMatch = (after: Minutes) => TemplateMatch;

/** Returns what moves a match whose sections are in order to later versions whose headings say the same, at their new places. */
export function createMove(match: TemplateMatch, { headings }: Minutes): MoveMatch {
  const placeOf = once(() => new Map(headings.map((heading, index) => [heading, index])));
  return (after) =>
    moveTo(match, after, {
      headingOf: (heading) => after.headings[placeOf().get(heading) ?? -1] ?? heading,
      moveOffset: (offset) => {
        const index = partitionPoint(headings, ({ range }) => range.start >= offset);
        return after.headings[index]?.range.start ?? after.text.length;
      },
    });
}

/**
 * Returns what moves a match whose sections are in order to other minutes with as many headings, of each of which the matching sees the same;
 * what teams' headings say is read in those minutes.
 */
export function createTransfer(match: TemplateMatch, minutes: Minutes): MoveMatch {
  const move = createMove(match, minutes);
  return (other) => {
    const moved = move(other);
    const { headings, outline, sections, duplicates, pasted } = moved;
    const teams = moved.teams.map((each) => new ReadTeam(each));
    return {
      ...moved,
      teams,
      ofOutline: { headings, sections, teams, duplicates, pasted },
      headingOf: findSame(() => other.headings),
      sectionOf: findSame(() => flattenSections(outline)),
    };
  };
}

/** What is in the later version for what was in the earlier one. */
interface Movement {
  readonly headingOf: (heading: Heading) => Heading;
  /** Moves the start of a heading or the end of the text. */
  readonly moveOffset: (offset: number) => number;
}

function moveTo(match: TemplateMatch, after: Minutes, movement: Movement): TemplateMatch {
  const { headingOf, moveOffset } = movement;
  const moved = new Map<Section, Section>();
  const sectionOf = (section: Section): Section => {
    const known = moved.get(section);
    if (known !== undefined) return known;
    const fresh = new MovedSection(section, movement, sectionOf);
    moved.set(section, fresh);
    return fresh;
  };
  const pairOf = (pair: Pair): Pair => ({ ...pair, section: sectionOf(pair.section) });
  const missingOf = (missing: MissingSection): MissingSection => ({
    ...missing,
    offset: missing.isFirst ? bodyStart(after.text) : moveOffset(missing.offset),
    parent: missing.parent && sectionOf(missing.parent),
    astray: missing.astray.map(pairOf),
  });
  return {
    headings: after.headings,
    outline: match.outline.map(sectionOf),
    sections: match.sections.map(pairOf),
    teams: match.teams.map((team) => new MovedTeam(team, sectionOf)),
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
    ofOutline: match.ofOutline,
    headingOf: (heading) => headingOf(match.headingOf(heading)),
    sectionOf: (section) => sectionOf(match.sectionOf(section)),
  };
}

/** A team whose section is looked up when asked for: a key moves thousands, and few are asked. */
class MovedTeam implements MatchedTeam {
  readonly expected: TemplateSection;
  readonly team: TeamHeading;
  readonly #before: MatchedTeam;
  readonly #sectionOf: (section: Section) => Section;

  constructor(before: MatchedTeam, sectionOf: (section: Section) => Section) {
    this.expected = before.expected;
    this.team = before.team;
    this.#before = before;
    this.#sectionOf = sectionOf;
  }

  get section(): Section {
    return this.#sectionOf(this.#before.section);
  }

  get parent(): Section | null {
    return this.#before.parent && this.#sectionOf(this.#before.parent);
  }
}

/** A team whose heading is read when asked for. */
class ReadTeam implements MatchedTeam {
  readonly expected: TemplateSection;
  readonly #moved: MatchedTeam;

  constructor(moved: MatchedTeam) {
    this.expected = moved.expected;
    this.#moved = moved;
  }

  get team(): TeamHeading {
    return this.expected.readTeam(this.section.heading.unstruckText) ?? this.#moved.team;
  }

  get section(): Section {
    return this.#moved.section;
  }

  get parent(): Section | null {
    return this.#moved.parent;
  }
}

/** A section whose places are looked up when asked for, for the same reason. */
class MovedSection implements Section {
  readonly depth: number;
  readonly #before: Section;
  readonly #movement: Movement;
  readonly #sectionOf: (section: Section) => Section;
  #heading: Heading | null = null;
  #range: OffsetRange | null = null;
  #bodyRange: OffsetRange | null = null;
  #children: readonly Section[] | null = null;

  constructor(before: Section, movement: Movement, sectionOf: (section: Section) => Section) {
    this.depth = before.depth;
    this.#before = before;
    this.#movement = movement;
    this.#sectionOf = sectionOf;
  }

  get heading(): Heading {
    return (this.#heading ??= this.#movement.headingOf(this.#before.heading));
  }

  get range(): OffsetRange {
    return (this.#range ??= {
      start: this.heading.range.start,
      end: this.#movement.moveOffset(this.#before.range.end),
    });
  }

  get bodyRange(): OffsetRange {
    return (this.#bodyRange ??= {
      start: this.heading.range.end,
      end: this.#movement.moveOffset(this.#before.bodyRange.end),
    });
  }

  get children(): readonly Section[] {
    return (this.#children ??= this.#before.children.map(this.#sectionOf));
  }
}
