import type { TeamHeading } from '../minutes/team-heading.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { isRenamed } from './compare-teams.ts';
import type { IndexedMinutes } from './indexed-minutes.ts';
import { peopleKey } from './led-meetings.ts';
import { updatesOf } from './roster-over-time.ts';
import { minutesAfter, minutesBefore, type Series } from './series.ts';

/** What changed about a team, and later minutes don't have yet. */
export interface LaterChange {
  readonly kind: 'lead' | 'renamed' | 'added' | 'retired';
  /** The team as the minutes have it; a retired one as those before have it. */
  readonly team: TeamHeading;
  /** The team as later minutes still have it; null for one that they lack. */
  readonly before: TeamHeading | null;
  /** The later minutes that the change concerns, the earliest first. */
  readonly later: readonly IndexedMinutes[];
}

/** Minutes with their teams in document order. */
export interface MinutesWithTeams {
  readonly id: string;
  readonly date: string | null;
  readonly teams: readonly TeamHeading[];
}

/** Returns what changed about teams since the minutes before, and leads any time before, that later minutes don't have yet. */
export function laterChanges(own: MinutesWithTeams, series: Series): readonly LaterChange[] {
  const { date, teams } = own;
  const before = date === null ? undefined : minutesBefore(series, date).at(-1);
  if (date === null || before === undefined) return [];
  const later = minutesAfter(series, date).filter(({ id }) => id !== own.id);
  const gone = before.teams.map(({ heading }) => heading).filter((team) => !isIn(team, teams));
  const added = teams.filter((team) => !before.teams.some(({ key }) => key === keyOf(team)));
  const renamed = added.flatMap((team): LaterChange[] => {
    const former = gone.find((other) => isRenamed(other, team));
    return former === undefined
      ? []
      : [{ kind: 'renamed', team, before: former, later: withTeam(former, later) }];
  });
  const isRename = (team: TeamHeading): boolean =>
    renamed.some((change) => change.team === team || change.before === team);
  const changes = [
    ...teams.flatMap((team) => leadChange(team, own, later, series)),
    ...renamed,
    ...added
      .filter((team) => !isRename(team))
      .map((team): LaterChange => {
        const lacking = later.filter(({ teams: others }) => !hasTeam(team, others));
        return { kind: 'added', team, before: null, later: lacking };
      }),
    ...gone
      .filter((team) => !isRename(team))
      .map((team): LaterChange => {
        return { kind: 'retired', team, before: team, later: withTeam(team, later) };
      }),
  ];
  return changes.filter((change) => change.later.length > 0);
}

/** Leads with a note are stand-ins, and are not spread. */
function leadChange(
  team: TeamHeading,
  own: MinutesWithTeams,
  later: readonly IndexedMinutes[],
  series: Series,
): readonly LaterChange[] {
  if (team.leads.length === 0 || team.note !== null) return [];
  const people = peopleKey(team);
  const before = updatesOf(keyOf(team), series)
    .filter(({ minutes, date }) => minutes.id !== own.id && date < (own.date ?? ''))
    .map((update) => update.team.heading)
    .findLast((heading) => heading.leads.length > 0 && peopleKey(heading) !== people);
  if (before === undefined) return [];
  const concerned = later.filter(({ teams }) =>
    teams.some(
      ({ key, heading }) =>
        key === keyOf(team) && heading.note === null && peopleKey(heading) === peopleKey(before),
    ),
  );
  return [{ kind: 'lead', team, before, later: concerned }];
}

function withTeam(team: TeamHeading, minutes: readonly IndexedMinutes[]): IndexedMinutes[] {
  return minutes.filter(({ teams }) => hasTeam(team, teams));
}

function hasTeam(team: TeamHeading, teams: IndexedMinutes['teams']): boolean {
  return teams.some(({ key }) => key === keyOf(team));
}

function isIn(team: TeamHeading, teams: readonly TeamHeading[]): boolean {
  return teams.some((other) => keyOf(other) === keyOf(team));
}

function keyOf({ team }: TeamHeading): string {
  return normalizeText(team);
}
