import type { TeamHeading } from '../minutes/team-heading.ts';
import { ledMeetings, peopleKey } from './led-meetings.ts';
import type { Series } from './series.ts';

/** The people that led a team before those that a heading names, and lead again after them. */
export interface LeadReturn {
  readonly leads: readonly string[];
  /** ISO date of the first meeting in the row that the heading's people led. */
  readonly since: string;
  /** ISO date of the next meeting. */
  readonly again: string;
}

/**
 * Returns who led before the leads that the minutes of an ISO date and those before them name, and leads again after;
 * null where there are none.
 * Either these leads were carried on from a meeting at which they were stand-ins, or the later minutes lack the change:
 * the series doesn't show which.
 * A lead of a single meeting is a stand-in, on either side; later on two minutes must agree.
 */
export function returnOf(team: TeamHeading, date: string, series: Series): LeadReturn | null {
  if (team.leads.length === 0 || team.note !== null) return null;
  const own = peopleKey(team);
  const all = ledMeetings(team, series);
  const before = all.filter((meeting) => meeting.date < date);
  const [next, second] = all.filter((meeting) => meeting.date > date);
  const begin = before.findLastIndex(({ people }) => people !== own) + 1;
  const [earlier, last] = before.slice(Math.max(0, begin - 2), begin);
  const since = before[begin]?.date;
  if (last === undefined || next === undefined || since === undefined) return null;
  const agree = [earlier, next, second].every((meeting) => meeting?.people === last.people);
  return agree ? { leads: next.leads, since, again: next.date } : null;
}
