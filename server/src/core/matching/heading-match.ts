import type { Heading, OutlineHeading } from '../minutes/heading.ts';
import type { TeamHeading } from '../minutes/team-heading.ts';
import type { Template } from '../template/template.ts';
import type { TemplateSection } from '../template/template-section.ts';
import { cachedByText } from '../text/cached.ts';
import { withoutOrnaments } from './loose-name.ts';
import { holdsWord, matchPattern, type TextPattern } from '../template/text-pattern.ts';

/** Returns whether a heading is the section's name, one of its aliases, or fits its placeholders. */
export function isHeadingOf(section: TemplateSection, heading: Heading): boolean {
  if (section.keys.includes(heading.key)) return true;
  return (
    section.team === null &&
    openPatterns(section).some((pattern) => matchPattern(pattern, heading.text) !== null)
  );
}

/** Returns the names that a section can be written with, where they have placeholders. */
export function openPatterns({
  pattern,
  otherPatterns,
}: Pick<TemplateSection, 'pattern' | 'otherPatterns'>): readonly TextPattern[] {
  return pattern.literal === null ? [pattern, ...otherPatterns] : otherPatterns;
}

/** Returns whether a section has a word to be recognized by, and is not placeholders alone, with the number of a point or without. */
export function isNamed({ pattern }: Pick<TemplateSection, 'pattern'>): boolean {
  return holdsWord(pattern) && isNamedBesideNumber(pattern.source).named;
}

/** A letter that stands for placeholders while what is in front of them is looked at. */
const standIn = 'ǀ';

const isNamedBesideNumber = cachedByText((source) => ({
  named: /\p{L}/u.test(
    withoutOrnaments(source.replace(/\{(?!number\})[^{}]*\}/g, standIn))
      .replace(/\{number\}/g, '')
      .replaceAll(standIn, ''),
  ),
}));

/** Returns the names that a section can be written with, where they have no placeholder. */
export function literalNames(section: TemplateSection): readonly string[] {
  return section.pattern.literal === null ? section.aliases : [section.name, ...section.aliases];
}

/** Reads a heading as a team's in the shape of one of the sections, with a lead where one can. */
export function readTeamOf(
  teams: readonly TemplateSection[],
  heading: Pick<OutlineHeading, 'unstruckText'>,
): { section: TemplateSection; team: TeamHeading } | null {
  let best: { section: TemplateSection; team: TeamHeading } | null = null;
  for (const section of teams) {
    const team = section.readTeam(heading.unstruckText);
    if (team !== null && (best === null || clarity(team) > clarity(best.team))) {
      best = { section, team };
    }
  }
  return best;
}

/** A lead in the template's form is clearest, then a lead. */
function clarity({ leadText, wellFormed }: TeamHeading): number {
  return leadText === null ? 0 : 1 + Number(wellFormed);
}

/** Returns all sections of a template in its order. */
export function allSections(template: Template): readonly TemplateSection[] {
  const flatten = (sections: readonly TemplateSection[]): readonly TemplateSection[] =>
    sections.flatMap((section) => [section, ...flatten(section.children)]);
  return flatten(template.sections);
}
