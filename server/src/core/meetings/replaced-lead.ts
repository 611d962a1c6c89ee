import type { TeamHeading } from '../minutes/team-heading.ts';
import { ledMeetings, peopleKey, type LedMeeting } from './led-meetings.ts';
import type { Series } from './series.ts';

/** The people that lead a team now instead of those that a heading names. */
export interface LeadReplacement {
  readonly leads: readonly string[];
  /** ISO date of the first meeting in the row that they led. */
  readonly since: string;
}

/** A draft's heading, and when its meeting is; all dates are ISO. */
export interface DraftHeading {
  readonly team: TeamHeading;
  readonly date: string;
  readonly today: string;
}

/**
 * Returns the people that replaced the leads that a draft's heading names; null where there are none.
 * Whoever led before the replacement and is still named is stale, as scaffolded headings are.
 * A lead of one meeting, or with a note, is a stand-in: neither that nor the return after it is a change.
 * Who came back for more than two meetings is back for good.
 */
export function replacementOf(
  { team, date, today }: DraftHeading,
  series: Series,
): LeadReplacement | null {
  if (team.leads.length === 0 || team.note !== null) return null;
  const own = peopleKey(team);
  const all = ledMeetings(team, series);
  const before = all.filter((meeting) => meeting.date < date);
  const after = all.filter((meeting) => meeting.date > date);
  const last = before.findLast(({ people }) => people !== own);
  if (last === undefined) return null;
  const names = ({ people }: LedMeeting): boolean => people === last.people;
  const ledBefore = before.slice(0, before.findIndex(names)).some(({ people }) => people === own);
  if (!ledBefore || all.filter(names).length < 2) return null;
  const end = before.indexOf(last) + 1;
  const returned = before.slice(end).filter((meeting) => meeting.date < today).length;
  const run = before.slice(0, end).findLastIndex((meeting) => !names(meeting)) + 1;
  const ledOnce = end - run === 1;
  const cameBack = returned > 2 || (returned > 0 && ledOnce && !after.some(names));
  return cameBack ? null : { leads: last.leads, since: before[run]?.date ?? last.date };
}
