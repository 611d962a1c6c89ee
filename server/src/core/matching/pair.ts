import type { OutlineSection, Section } from '../minutes/outline.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import type { TemplateSection } from '../template/template-section.ts';

/**
 * Where a section is: `exact`: as the template says; `title`: the first heading, though it
 * reads otherwise; `moved`: out of order; `level`: at another level; `elsewhere`: below another parent;
 * `duplicate`: once more.
 */
export type PairKind = 'exact' | 'title' | 'moved' | 'level' | 'elsewhere' | 'duplicate';

/** A section, wherever it is, that is one of the template's. */
export interface OutlinePair {
  readonly expected: TemplateSection;
  readonly section: OutlineSection;
  readonly kind: PairKind;
  /** Its heading is a slip of the section's name. */
  readonly slip: boolean;
  /** What the heading says, where it is a team's. */
  readonly team: TeamHeading | null;
}

/** A section of the minutes that is one of the template's. */
export interface Pair extends OutlinePair {
  readonly section: Section;
}

/** Sections of the minutes side by side, and those of the template that they are to be. */
export interface Siblings {
  readonly parent: Pair | null;
  readonly expected: readonly TemplateSection[];
  readonly sections: readonly Section[];
  /** What stands for the expected sections, in the order of the document, wherever it is. */
  readonly pairs: readonly Pair[];
  /** Sections below an absent one of these that are there all the same. */
  readonly orphans: readonly Pair[];
}

/** What stands for what. */
export interface Pairing {
  readonly siblings: readonly Siblings[];
  readonly pairOf: ReadonlyMap<Section, Pair>;
  /** What the departures from the template cost together. */
  readonly cost: number;
}
