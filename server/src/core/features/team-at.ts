import type { Minutes } from '../minutes/read-minutes.ts';
import { matchTemplate, type MatchedTeam } from '../template/match-template.ts';
import type { Template } from '../template/template.ts';

/** Returns the team whose section holds an offset; null where none does. */
export function teamAround(
  minutes: Minutes,
  template: Template,
  offset: number,
): MatchedTeam | null {
  const { teams } = matchTemplate(minutes, template);
  return (
    teams.findLast(({ section: { range } }) => range.start <= offset && offset <= range.end) ?? null
  );
}

/** Returns the team whose heading holds an offset; null where none does. */
export function teamAt(minutes: Minutes, template: Template, offset: number): MatchedTeam | null {
  const { teams } = matchTemplate(minutes, template);
  return (
    teams.find(({ section: { heading } }) => {
      const { start, end } = heading.range;
      return start <= offset && offset <= end;
    }) ?? null
  );
}
