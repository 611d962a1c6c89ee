import type { History } from '../meetings/history.ts';
import { updatesOf, type TeamUpdate } from '../meetings/roster-over-time.ts';
import { minutesBefore } from '../meetings/series.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { MatchedTeam } from '../template/template-match.ts';
import { dateOf } from '../template/minutes-date.ts';
import type { Template } from '../template/template.ts';
import { teamAt } from './team-at.ts';

/** Minutes with the series that they stand in. */
export interface MinutesInSeries {
  readonly minutes: Minutes;
  readonly template: Template;
  /** File name without folder; null for an untitled document. */
  readonly fileName: string | null;
  readonly history: History;
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
  return teams.flatMap((team) => earlierUpdate(team, input) ?? []);
}

/** Returns the earlier update of the team whose heading holds an offset; null where there is none. */
export function earlierUpdateAt(input: MinutesInSeries, offset: number): EarlierUpdate | null {
  const team = teamAt(input.minutes, input.template, offset);
  return team && earlierUpdate(team, input);
}

/** Returns when a team last reported, and how much, in words. */
export function describeEarlier({ update, meetings }: EarlierUpdate): string {
  if (update === null) return `no update in ${count(meetings, 'meeting')}`;
  const since = meetings === 0 ? '' : ` · ${count(meetings, 'meeting')} without an update`;
  return `previous: ${update.date}, ${count(update.team.lineCount, 'line')}${since}`;
}

function earlierUpdate(
  team: MatchedTeam,
  { minutes, template, fileName, history }: MinutesInSeries,
): EarlierUpdate | null {
  const date = dateOf(minutes, template, fileName) ?? '9999-12-31';
  const before = minutesBefore(history.series, date);
  const updates = updatesOf(team.team.key, history.series).filter((each) => each.date < date);
  const update = updates.findLast((each) => each.team.lineCount > 0) ?? null;
  const first = updates[0];
  if (first === undefined) return null;
  const meetings = before.length - before.indexOf((update ?? first).minutes);
  return { team, update, meetings: update === null ? meetings : meetings - 1 };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
