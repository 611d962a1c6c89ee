import type { OutlineTeam } from '../../matching/template-match.ts';
import { teamsOn, type RosterTeam } from '../../template/roster.ts';
import { slipOf, type Slip } from '../../matching/slip.ts';
import type { Template } from '../../template/template.ts';
import { holdsUnfilled } from '../../template/unfilled.ts';
import type { OutlineContext } from '../rule.ts';

/** How the teams of minutes agree with the roster in force on their date. */
export interface RosterMatch {
  /** Teams that the roster doesn't know, each with the missing one of whose name it is a slip. */
  readonly unknown: readonly {
    readonly matched: OutlineTeam;
    readonly meant: MeantTeam | null;
  }[];
  /** Teams of the roster that the minutes lack. */
  readonly missing: readonly RosterTeam[];
  readonly inForce: readonly RosterTeam[];
}

/** A team of the roster whose name has a slip of the pen in the minutes. */
export interface MeantTeam {
  readonly team: RosterTeam;
  readonly slip: Slip;
}

/** Compares the teams of minutes with the roster; without a roster nothing is unknown or missing. */
export function matchRoster({ roster, date, match, template }: OutlineContext): RosterMatch {
  if (roster === null) return { unknown: [], missing: [], inForce: [] };
  const inForce = teamsOn(roster, date);
  const missing = inForce.filter(({ key }) => !match.teams.some(({ team }) => team.key === key));
  const unknown = match.teams
    .filter(
      ({ team, section }) =>
        !inForce.some(({ key }) => key === team.key) &&
        !holdsUnfilled(section.heading.text, template),
    )
    .map((matched) => ({ matched, meant: meantBy(matched.team.team, missing, template) }));
  return {
    unknown,
    missing: missing.filter((team) => !unknown.some(({ meant }) => meant?.team === team)),
    inForce,
  };
}

/** Returns the only team of whose name, with a status or without, a text is a slip, or null. */
function meantBy(
  text: string,
  missing: readonly RosterTeam[],
  { options: { placeholders } }: Template,
): MeantTeam | null {
  const meant = missing.flatMap((team) => {
    const names = [team.name, ...placeholders.statuses.map((status) => `${team.name} (${status})`)];
    const [slip] = names.flatMap((name) => slipOf(text, name) ?? []);
    return slip === undefined ? [] : [{ team, slip }];
  });
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
