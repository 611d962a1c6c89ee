import { yearAfterJanuary } from '../text/calendar-date.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { groupBy } from '../text/group-by.ts';
import { cachedByObject, once } from '../text/cached.ts';
import { compactKey } from './compact-name.ts';
import { byDate, takeAround } from './horizon.ts';
import type { IndexedMinutes, IndexedTeam } from './indexed-minutes.ts';

/** All minutes that a template claims, as an index in order of their dates, the undated first. */
export interface Series {
  readonly minutes: readonly IndexedMinutes[];
  /** Returns the teams of all minutes by their key; the result is cached. */
  readonly teams: () => ReadonlyMap<string, readonly SeriesTeam[]>;
  /** Returns the keys of all teams by the letters and digits of their names; the result is cached. */
  readonly keys: () => ReadonlyMap<string, readonly string[]>;
}

/** A team in one of the minutes. */
export interface SeriesTeam {
  readonly minutes: IndexedMinutes;
  /** ISO date of the minutes; null where it is unknown. */
  readonly date: string | null;
  readonly team: IndexedTeam;
}

/** A series without minutes. */
export const emptySeries: Series = createSeries([]);

/** Returns minutes in the order of a series as one. */
function createSeries(minutes: readonly IndexedMinutes[]): Series {
  const teams = once(() => teamsByKey(minutes));
  return { minutes, teams, keys: once(() => groupBy(teams().keys(), compactKey)) };
}

/** Cached, for each check of minutes asks this of those around them. */
const teamsIn = cachedByObject((minutes: IndexedMinutes): readonly SeriesTeam[] =>
  minutes.teams.map((team) => ({ minutes, date: minutes.date, team })),
);

function teamsByKey(
  minutes: readonly IndexedMinutes[],
): ReadonlyMap<string, readonly SeriesTeam[]> {
  const groups = new Map<string, SeriesTeam[]>();
  for (const each of minutes) {
    for (const team of teamsIn(each)) {
      const group = groups.get(team.team.key);
      if (group === undefined) groups.set(team.team.key, [team]);
      else group.push(team);
    }
  }
  return groups;
}

/** Returns the series of minutes given in any order, each with an id of its own. */
export function seriesOfEach(minutes: readonly IndexedMinutes[]): Series {
  return createSeries([...minutes].sort(byDate));
}

/** Returns the series of minutes given in any order; of two with one id the last counts. */
export function seriesOf(minutes: Iterable<IndexedMinutes>): Series {
  const byId = new Map<string, IndexedMinutes>();
  for (const each of minutes) byId.set(each.id, each);
  return seriesOfEach([...byId.values()]);
}

/** Minutes of a series that became others; null where they come or go. */
export interface MinutesChange {
  readonly before: IndexedMinutes | null;
  readonly after: IndexedMinutes | null;
}

/** Returns the series after changes, made in their order; each place is found by bisection. */
export function changeSeries(series: Series, changes: readonly MinutesChange[]): Series {
  const minutes = [...series.minutes];
  const placeOf = (own: IndexedMinutes): number =>
    partitionPoint(minutes, (other) => byDate(other, own) >= 0);
  for (const { before, after } of changes) {
    if (before !== null && minutes[placeOf(before)]?.id === before.id) {
      minutes.splice(placeOf(before), 1);
    }
    if (after !== null) minutes.splice(placeOf(after), 0, after);
  }
  return createSeries(minutes);
}

/**
 * Returns the other minutes near those of an id: the forty before and the twenty after an ISO date,
 * the latest where the date is null. However long the series, what a rule looks at stays small.
 */
export function seriesAround(series: Series, id: string | null, date: string | null): Series {
  return createSeries(takeAround(series.minutes, { id, date }, (minutes) => minutes));
}

/** Returns the other minutes near the same day of the next year, where an ISO date is in January; else none. */
export function seriesYearLater(series: Series, id: string | null, date: string | null): Series {
  const later = date === null ? null : yearAfterJanuary(date);
  return later === null ? emptySeries : seriesAround(series, id, later);
}

/** Returns whether two series have the very same minutes. */
export function isSameAs({ minutes }: Series, other: Series): boolean {
  return (
    minutes.length === other.minutes.length &&
    minutes.every((each, index) => each === other.minutes[index])
  );
}

/** Returns the ISO date of the first meeting; null where none has a date. */
export function beginningOf({ minutes }: Series): string | null {
  return minutes[firstOn(minutes, '0')]?.date ?? null;
}

/** Returns the dated minutes before an ISO date, the earliest first. */
export function minutesBefore({ minutes }: Series, date: string): readonly IndexedMinutes[] {
  return minutes.slice(firstOn(minutes, '0'), firstOn(minutes, date));
}

/** Returns the dated minutes after an ISO date, the earliest first. */
export function minutesAfter({ minutes }: Series, date: string): readonly IndexedMinutes[] {
  return minutes.slice(partitionPoint(minutes, (other) => (other.date ?? '') > date));
}

/** Returns the minutes of an ISO date. */
export function minutesOn({ minutes }: Series, date: string): readonly IndexedMinutes[] {
  return minutes.slice(
    firstOn(minutes, date),
    partitionPoint(minutes, (other) => (other.date ?? '') > date),
  );
}

/** Returns the index of the first minutes of an ISO date or a later one. */
function firstOn(minutes: readonly IndexedMinutes[], date: string): number {
  return partitionPoint(minutes, (other) => (other.date ?? '') >= date);
}
