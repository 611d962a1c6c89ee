import * as l10n from '@vscode/l10n';
import type { TeamUpdate } from '../meetings/roster-over-time.ts';
import { minutesBefore, type Series } from '../meetings/series.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { MatchedTeam } from '../matching/template-match.ts';
import { dateOf } from '../matching/minutes-date.ts';
import type { Matcher } from '../matching/matcher.ts';
import { teamAt } from './team-at.ts';

/** Minutes with the whole series that they are in. */
export interface MinutesInSeries {
  readonly minutes: Minutes;
  readonly template: Matcher;
  /** File name without folder; null for an untitled document. */
  readonly fileName: string | null;
  readonly series: Series;
  /** What the series calls these minutes. */
  readonly id: string | null;
}

/** What the series says of a team before the minutes. */
export interface EarlierUpdate {
  readonly team: MatchedTeam;
  /** The last update that says something; null where none does. */
  readonly update: TeamUpdate | null;
  /** How many meetings have passed without one. */
  readonly meetings: number;
}

/** Returns the earlier updates of the teams that were in minutes before, in document order. */
export function earlierUpdates(input: MinutesInSeries): readonly EarlierUpdate[] {
  return earlierUpdatesOf(input.template.matchOf(input.minutes).teams, input);
}

/** Returns the earlier update of the team whose heading holds an offset; null where there is none. */
export function earlierUpdateAt(input: MinutesInSeries, offset: number): EarlierUpdate | null {
  const team = teamAt(input.minutes, input.template, offset);
  return team && (earlierUpdatesOf([team], input)[0] ?? null);
}

/** Returns when a team last reported, and how much, in words; of a team without earlier minutes, that there are none. */
export function describeEarlier(earlier: EarlierUpdate | null): string {
  if (earlier === null) return l10n.t('not in earlier minutes');
  const { update, meetings } = earlier;
  if (update === null) {
    return meetings === 1
      ? l10n.t('no update in 1 meeting')
      : l10n.t('no update in {0} meetings', meetings);
  }
  const { date, team } = update;
  const previous =
    team.lineCount === 1
      ? l10n.t('previous: {0}, 1 line', date)
      : l10n.t('previous: {0}, {1} lines', date, team.lineCount);
  if (meetings === 0) return previous;
  return meetings === 1
    ? l10n.t('{0} · 1 meeting without an update', previous)
    : l10n.t('{0} · {1} meetings without an update', previous, meetings);
}

/** Goes back meeting by meeting until each team has reported: mostly few suffice. */
function earlierUpdatesOf(
  teams: readonly MatchedTeam[],
  { minutes, template, fileName, series, id }: MinutesInSeries,
): readonly EarlierUpdate[] {
  const date = dateOf(minutes, template, fileName) ?? '9999-12-31';
  const before = minutesBefore(series, date).filter((other) => other.id !== id);
  const silent = new Set(teams.map(({ team }) => team.key));
  const updates = new Map<string, Omit<EarlierUpdate, 'team'>>();
  for (let meetings = 0; silent.size > 0 && meetings < before.length; meetings++) {
    const other = before[before.length - 1 - meetings];
    for (const team of other?.teams ?? []) {
      if (!other?.date || !silent.has(team.key)) continue;
      if (team.lineCount > 0) {
        updates.set(team.key, { update: { minutes: other, date: other.date, team }, meetings });
        silent.delete(team.key);
      } else updates.set(team.key, { update: null, meetings: meetings + 1 });
    }
  }
  return teams.flatMap((team) => {
    const found = updates.get(team.team.key);
    return found === undefined ? [] : [{ team, ...found }];
  });
}
