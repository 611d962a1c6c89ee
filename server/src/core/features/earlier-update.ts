import type { IndexedMinutes, IndexedTeam } from '../meetings/indexed-minutes.ts';
import type { TeamUpdate } from '../meetings/roster-over-time.ts';
import { minutesBefore, type Series } from '../meetings/series.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { MatchedTeam } from '../template/template-match.ts';
import { dateOf } from '../template/minutes-date.ts';
import type { Template } from '../template/template.ts';
import { teamAt } from './team-at.ts';

/** Minutes with the whole series that they stand in. */
export interface MinutesInSeries {
  readonly minutes: Minutes;
  readonly template: Template;
  /** File name without folder; null for an untitled document. */
  readonly fileName: string | null;
  /** The other minutes. */
  readonly series: Series;
}

/** What the series says of a team before the minutes. */
export interface EarlierUpdate {
  readonly team: MatchedTeam;
  /** The last update that says something; null where none does. */
  readonly update: TeamUpdate | null;
  /** How many meetings have passed without one. */
  readonly meetings: number;
}

/** Returns the earlier updates of the teams that stood in minutes before, in document order. */
export function earlierUpdates(input: MinutesInSeries): readonly EarlierUpdate[] {
  const { teams } = input.template.matchOf(input.minutes);
  const before = meetingsBefore(input);
  return teams.flatMap((team) => earlierUpdate(team, before) ?? []);
}

/** Returns the earlier update of the team whose heading holds an offset; null where there is none. */
export function earlierUpdateAt(input: MinutesInSeries, offset: number): EarlierUpdate | null {
  const team = teamAt(input.minutes, input.template, offset);
  return team && earlierUpdate(team, meetingsBefore(input));
}

/** Returns when a team last reported, and how much, in words. */
export function describeEarlier({ update, meetings }: EarlierUpdate): string {
  if (update === null) return `no update in ${count(meetings, 'meeting')}`;
  const since = meetings === 0 ? '' : ` · ${count(meetings, 'meeting')} without an update`;
  return `previous: ${update.date}, ${count(update.team.lineCount, 'line')}${since}`;
}

function meetingsBefore(input: MinutesInSeries): readonly IndexedMinutes[] {
  const { minutes, template, fileName, series } = input;
  return minutesBefore(series, dateOf(minutes, template, fileName) ?? '9999-12-31');
}

/** Goes back from the last meeting: mostly a team has reported in one of the few before. */
function earlierUpdate(team: MatchedTeam, before: readonly IndexedMinutes[]): EarlierUpdate | null {
  const { key } = team.team;
  const saidIn = ({ teams }: IndexedMinutes): IndexedTeam | undefined =>
    teams.find((other) => other.key === key && other.lineCount > 0);
  const last = before.findLastIndex((minutes) => saidIn(minutes) !== undefined);
  const minutes = before[last];
  const said = minutes && saidIn(minutes);
  if (minutes?.date && said) {
    const update = { minutes, date: minutes.date, team: said };
    return { team, update, meetings: before.length - 1 - last };
  }
  const first = before.findIndex(({ teams }) => teams.some((other) => other.key === key));
  return first === -1 ? null : { team, update: null, meetings: before.length - first };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
