import type { Heading } from '../minutes/heading.ts';
import { matchTeams } from './match-template.ts';
import type { Recognizer } from './recognize-heading.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';

/** A team among headings, by the number of its heading and of the first after its section. */
export interface FoundTeam {
  readonly expected: TemplateSection;
  readonly index: number;
  readonly end: number;
}

/** Returns the teams that `matchTemplate` finds among headings. */
export function findTeams(
  headings: readonly Heading[],
  template: Template,
  recognizer: Recognizer,
): readonly FoundTeam[] {
  const numbered = headings.map((heading, index) => ({
    ...heading,
    range: { start: index, end: index },
  }));
  return matchTeams(numbered, headings.length, template, recognizer).map(
    ({ expected, section }) => ({
      expected,
      index: section.range.start,
      end: section.range.end,
    }),
  );
}
