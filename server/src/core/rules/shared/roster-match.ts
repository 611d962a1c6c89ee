import type { MatchedTeam } from '../../matching/template-match.ts';
import { teamsOn, type RosterTeam } from '../../template/roster.ts';
import { holdsUnfilled } from '../../template/unfilled.ts';
import { resembles } from '../../text/closest.ts';
import type { RuleContext } from '../rule.ts';

/** How the teams of minutes agree with the roster in force on their date. */
export interface RosterMatch {
  /** Teams that the roster doesn't know, each with the missing one that it probably is. */
  readonly unknown: readonly { readonly matched: MatchedTeam; readonly meant: RosterTeam | null }[];
  /** Teams of the roster that the minutes lack. */
  readonly missing: readonly RosterTeam[];
  readonly inForce: readonly RosterTeam[];
}

/** Compares the teams of minutes with the roster; without a roster nothing is unknown or missing. */
export function matchRoster({ roster, date, match, template }: RuleContext): RosterMatch {
  if (roster === null) return { unknown: [], missing: [], inForce: [] };
  const inForce = teamsOn(roster, date);
  const missing = inForce.filter(({ key }) => !match.teams.some(({ team }) => team.key === key));
  const unknown = match.teams
    .filter(
      ({ team, section }) =>
        !inForce.some(({ key }) => key === team.key) &&
        !holdsUnfilled(section.heading.text, template),
    )
    .map((matched) => ({
      matched,
      meant: missing.find(({ name }) => resembles(name, matched.team.team)) ?? null,
    }));
  return {
    unknown,
    missing: missing.filter((team) => !unknown.some(({ meant }) => meant === team)),
    inForce,
  };
}
