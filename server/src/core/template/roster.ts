/** The teams that a template declares. */
export interface Roster {
  readonly teams: readonly RosterTeam[];
}

/** A team of the roster, in force from `from` until `until`, both days inclusive. */
export interface RosterTeam {
  readonly name: string;
  /** The name as it is compared. */
  readonly key: string;
  readonly leads: readonly string[];
  readonly status: string | null;
  readonly releases: readonly string[];
  readonly from: string | null;
  readonly until: string | null;
}

/** Returns the roster's teams that are in force on an ISO date; all that never ended where it is null. */
export function teamsOn(roster: Roster, date: string | null): readonly RosterTeam[] {
  return roster.teams.filter((team) =>
    date === null
      ? team.until === null
      : (team.from === null || team.from <= date) && (team.until === null || date <= team.until),
  );
}

/** Returns the team of a key that is in force on an ISO date; null where a roster has none, or there is no roster. */
export function teamOn(
  key: string,
  { roster, date }: { readonly roster: Roster | null; readonly date: string | null },
): RosterTeam | null {
  const teams = roster === null ? [] : teamsOn(roster, date);
  return teams.find((team) => team.key === key) ?? null;
}

/** Returns the keys of the roster's teams in its order; none where there is no roster. */
export function rosterOrder(roster: Roster | null): readonly string[] {
  return (roster?.teams ?? []).map(({ key }) => key);
}
