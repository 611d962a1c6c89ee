import type { Minutes } from '../minutes/read-minutes.ts';
import type { MatchedTeam } from '../matching/template-match.ts';
import type { Matcher } from '../matching/matcher.ts';

/** Returns the team whose section holds an offset; null where none does. */
export function teamAround(
  minutes: Minutes,
  template: Matcher,
  offset: number,
): MatchedTeam | null {
  const { teams } = template.matchOf(minutes);
  return (
    teams.findLast(({ section: { range } }) => range.start <= offset && offset <= range.end) ?? null
  );
}

/** Returns the team whose heading holds an offset; null where none does. */
export function teamAt(minutes: Minutes, template: Matcher, offset: number): MatchedTeam | null {
  const { teams } = template.matchOf(minutes);
  return (
    teams.find(({ section: { heading } }) => {
      const { start, end } = heading.range;
      return start <= offset && offset <= end;
    }) ?? null
  );
}
