import type { Heading } from '../minutes/heading.ts';
import type { LevelledHeading, Section } from '../minutes/outline.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import type { Pair } from './pair.ts';
import type { TemplateSection } from '../template/template-section.ts';

/** How minutes fulfil their template: what stands for what, and every place where they differ. */
export interface TemplateMatch {
  readonly outline: readonly Section[];
  /** Every section that stands for one of the template's and is no team, in document order. */
  readonly sections: readonly Pair[];
  readonly teams: readonly MatchedTeam[];
  readonly missing: readonly MissingSection[];
  /** Optional sections that are absent. */
  readonly optional: readonly MissingSection[];
  readonly misplaced: readonly MisplacedSection[];
  readonly duplicates: readonly DuplicateSection[];
  readonly unexpected: readonly UnexpectedSection[];
  readonly pasted: readonly PastedHeadings[];
  /** Whether all siblings stand in the template's order, so that no text below a heading was looked at. */
  readonly inOrder: boolean;
  /** The same object for versions of the minutes whose headings say the same. */
  readonly shape: object;
}

/** A team's section with what its heading says. */
export interface MatchedTeam {
  readonly expected: TemplateSection;
  readonly section: Section;
  readonly team: TeamHeading;
  /** The section that lists the teams. */
  readonly parent: Section | null;
}

/** A section that is absent. */
export interface MissingSection {
  readonly expected: TemplateSection;
  /** How many of it are absent. */
  readonly count: number;
  /** Sections below it that stand elsewhere in the minutes, and so are not to be inserted. */
  readonly present: ReadonlySet<TemplateSection>;
  /** Where the section belongs: the offset at the end of what stands before it. */
  readonly offset: number;
}

/** A section that stands outside the longest ordered run of its siblings, or below another parent. */
export interface MisplacedSection {
  readonly expected: TemplateSection;
  readonly section: Section;
  /** Where it belongs: the offset at the end of what stands before it. */
  readonly offset: number;
  /** The level that it has there. */
  readonly level: number;
  /** The section that it belongs behind. */
  readonly after: Section | null;
  /** The section that it belongs below, where it stands below another. */
  readonly parent: Section | null;
}

/** A section that stands once more below one parent. */
export interface DuplicateSection {
  readonly expected: TemplateSection;
  readonly section: Section;
  readonly first: Section;
}

/** A section that the template doesn't know below a parent whose sections it lists. */
export interface UnexpectedSection {
  readonly section: Section;
  readonly parent: TemplateSection | null;
}

/** Headings that came with a pasted text and stand too high in the section that they were pasted into. */
export interface PastedHeadings {
  /** The heading of the section that holds the pasted text. */
  readonly container: Heading;
  /** The pasted headings with the levels that keep them below the container. */
  readonly headings: readonly LevelledHeading[];
}
