import type { Heading, OutlineHeading } from '../minutes/heading.ts';
import type { LevelledHeading, OutlineLevel, OutlineSection, Section } from '../minutes/outline.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import type { OutlinePair, Pair } from './pair.ts';
import type { TemplateSection } from '../template/template-section.ts';

/** How minutes fulfil their template as far as their headings alone decide it, wherever these are. */
export interface OutlineMatch {
  readonly headings: readonly OutlineHeading[];
  /** Every section that is one of the template's and no team, in document order. */
  readonly sections: readonly OutlinePair[];
  readonly teams: readonly OutlineTeam[];
  readonly duplicates: readonly OutlineDuplicate[];
  readonly pasted: readonly OutlinePasted[];
}

/** How minutes fulfil their template: what is what, and every place where they differ. */
export interface TemplateMatch extends OutlineMatch {
  readonly outline: readonly Section[];
  readonly sections: readonly Pair[];
  readonly teams: readonly MatchedTeam[];
  readonly missing: readonly MissingSection[];
  /** Optional sections that are absent. */
  readonly optional: readonly MissingSection[];
  readonly misplaced: readonly MisplacedSection[];
  readonly duplicates: readonly DuplicateSection[];
  readonly unexpected: readonly UnexpectedSection[];
  readonly pasted: readonly PastedHeadings[];
  /** Whether all siblings are in the template's order, so that the headings alone decided the match, and no text below them. */
  readonly inOrder: boolean;
  /** The match that the headings make: the same object in all versions in which they say the same and are in order. */
  readonly ofOutline: OutlineMatch;
  /** Returns the heading of these minutes that one in `ofOutline` is. */
  readonly headingOf: (heading: OutlineHeading) => Heading;
  /** Returns the section of these minutes that one in `ofOutline` is. */
  readonly sectionOf: (section: OutlineSection) => Section;
}

/** A team's section, wherever it is, with what its heading says. */
export interface OutlineTeam {
  readonly expected: TemplateSection;
  readonly section: OutlineSection;
  readonly team: TeamHeading;
  /** The section that lists the teams. */
  readonly parent: OutlineSection | null;
}

/** A team's section with what its heading says. */
export interface MatchedTeam extends OutlineTeam {
  readonly section: Section;
  readonly parent: Section | null;
}

/** A section that is absent. */
export interface MissingSection {
  readonly expected: TemplateSection;
  /** How many of it are absent. */
  readonly count: number;
  /** Sections below it that are elsewhere in the minutes, and so are not to be inserted. */
  readonly present: ReadonlySet<TemplateSection>;
  /** Where the section belongs: the offset at the end of what is before it. */
  readonly offset: number;
  /** It belongs at the start of the minutes, after their front matter. */
  readonly isFirst: boolean;
  /** How much deeper than in the template the sections beside it are written. */
  readonly shift: number;
  /** The section that it belongs below; null at the top. */
  readonly parent: Section | null;
  /** Sections below it that are there, and wouldn't be below it where it is inserted. */
  readonly astray: readonly Pair[];
}

/** A section outside the longest ordered run of its siblings, or below another parent. */
export interface MisplacedSection {
  readonly expected: TemplateSection;
  readonly section: Section;
  /** Where it belongs: the offset at the end of what precedes it. */
  readonly offset: number;
  /** The level that it has there. */
  readonly level: number;
  /** The section that it belongs after. */
  readonly after: Section | null;
  /** The section that it belongs below, where it is below another. */
  readonly parent: Section | null;
  /** The section of the template that it belongs below, where that is absent. */
  readonly absentParent: TemplateSection | null;
}

/** A section, wherever it is, that appears once more below one parent. */
export interface OutlineDuplicate {
  readonly expected: TemplateSection;
  readonly section: OutlineSection;
  readonly first: OutlineSection;
}

/** A section that appears once more below one parent. */
export interface DuplicateSection extends OutlineDuplicate {
  readonly section: Section;
  readonly first: Section;
}

/** A section that the template doesn't know below a parent whose sections it lists. */
export interface UnexpectedSection {
  readonly section: Section;
  readonly parent: TemplateSection | null;
}

/** Headings, wherever they are, that came with a pasted text and are too high for the section that they were pasted into. */
export interface OutlinePasted {
  /** The heading of the section that holds the pasted text. */
  readonly container: OutlineHeading;
  /** The pasted headings with the levels that keep them below the container. */
  readonly headings: readonly OutlineLevel[];
}

/** Headings that came with a pasted text. */
export interface PastedHeadings extends OutlinePasted {
  readonly container: Heading;
  readonly headings: readonly LevelledHeading[];
}
