import type { PlacedHeading } from '../minutes/heading.ts';
import type { TemplateSection } from '../template/template-section.ts';

/** The headings of minutes with the teams among them. */
export interface ScannedOutline {
  readonly headings: readonly PlacedHeading[];
  readonly teams: readonly FoundTeam[];
}

/** A team among headings, by the number of its own and of the first after its section. */
export interface FoundTeam {
  readonly expected: TemplateSection;
  readonly index: number;
  readonly end: number;
}
