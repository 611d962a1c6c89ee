import type { Heading } from '../minutes/heading.ts';
import { matchTeams } from './match-template.ts';
import type { Recognizer } from './recognize-heading.ts';
import type { FoundTeam } from './scanned-outline.ts';
import type { Template } from '../template/template.ts';

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
