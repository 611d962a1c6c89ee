import { readTeamOf, allSections } from '../../matching/heading-match.ts';
import type { OutlineHeading } from '../../minutes/heading.ts';
import { slipOf } from '../../matching/slip.ts';
import type { RosterTeam } from '../../template/roster.ts';
import type { OutlineContext } from '../rule.ts';

/** A heading of a team's form that the match has as nothing of the template. */
export interface StrayTeam {
  readonly heading: OutlineHeading;
  readonly isNamed: (key: string) => boolean;
}

/** Returns the headings that name some teams where none belongs: at another level, or below another section. */
export function strayTeams(
  teams: readonly Pick<RosterTeam, 'key'>[],
  { match, template }: OutlineContext,
): readonly StrayTeam[] {
  if (teams.length === 0) return [];
  const shapes = allSections(template).filter(({ team }) => team !== null);
  if (shapes.length === 0) return [];
  const known = new Set(
    [...match.sections, ...match.teams, ...match.duplicates].map(({ section }) => section.heading),
  );
  return match.headings.flatMap((heading): StrayTeam[] => {
    const team = known.has(heading) ? null : (readTeamOf(shapes, heading)?.team ?? null);
    if (team === null) return [];
    const named = (key: string): boolean => team.key === key || slipOf(team.team, key) !== null;
    return teams.some(({ key }) => named(key)) ? [{ heading, isNamed: named }] : [];
  });
}
