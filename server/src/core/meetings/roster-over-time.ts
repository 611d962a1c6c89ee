import { partitionPoint } from '../text/partition-point.ts';
import type { Series, SeriesTeam } from './series.ts';

/** A time in which a team had the same leads and status. */
export interface RosterSpan {
  readonly team: string;
  readonly leads: readonly string[];
  readonly vacant: boolean;
  readonly status: string | null;
  /** ISO dates of the first and the last meeting. */
  readonly from: string;
  readonly until: string;
  /** How many minutes say so. */
  readonly meetings: number;
}

/** A team's update in one of the minutes. */
export interface TeamUpdate extends SeriesTeam {
  readonly date: string;
}

/** Returns what the series says of each team through time, teams in the order of their first meeting. */
export function rosterOverTime(series: Series): readonly RosterSpan[] {
  const spans = new Map<string, RosterSpan[]>();
  for (const { date, teams } of series.minutes) {
    if (date === null) continue;
    for (const { key, heading } of teams) {
      const { leads, vacant, status } = heading;
      const known = spans.get(key) ?? [];
      const last = known.at(-1);
      const span = {
        team: heading.team,
        leads,
        vacant,
        status,
        from: date,
        until: date,
        meetings: 1,
      };
      if (last !== undefined && saysSame(last, span)) {
        known.splice(-1, 1, { ...last, until: date, meetings: last.meetings + 1 });
      } else known.push(span);
      spans.set(key, known);
    }
  }
  return [...spans.values()].flat();
}

/** Returns a team's sections in the series, the earliest first. */
export function updatesOf(key: string, series: Series): readonly TeamUpdate[] {
  const teams = series.teams().get(key) ?? [];
  return teams.filter(
    (each, index): each is TeamUpdate =>
      each.date !== null && each.minutes !== teams[index - 1]?.minutes,
  );
}

/** Returns a team's sections in the series before an ISO date, the earliest first; all where it is null. */
export function updatesBefore(
  key: string,
  date: string | null,
  series: Series,
): readonly TeamUpdate[] {
  const updates = updatesOf(key, series);
  return date === null ? updates : updates.slice(0, firstOn(date, updates));
}

/** Returns the index of the first of updates in order that is of an ISO date or a later one. */
export function firstOn(date: string, updates: readonly TeamUpdate[]): number {
  return partitionPoint(updates, (update) => update.date >= date);
}

function saysSame(a: RosterSpan, b: RosterSpan): boolean {
  return a.status === b.status && a.vacant === b.vacant && a.leads.join('/') === b.leads.join('/');
}
