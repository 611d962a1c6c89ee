import type { TeamHeading } from '../minutes/team-heading.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { updatesOf } from './roster-over-time.ts';
import type { Series } from './series.ts';

/** The people that led a team on the day of a meeting, ISO. */
export interface LedMeeting {
  readonly date: string;
  readonly leads: readonly string[];
  readonly people: string;
}

/** Returns the meetings of which the minutes name a team's leads without a note, the earliest first. */
export function ledMeetings({ key }: TeamHeading, series: Series): readonly LedMeeting[] {
  return updatesOf(key, series).flatMap(({ date, team: { heading } }): LedMeeting[] => {
    const { leads, note } = heading;
    return leads.length === 0 || note !== null ? [] : [{ date, leads, people: peopleKey(heading) }];
  });
}

/** Returns the people that a heading names, in whatever order and spelling of case. */
export function peopleKey({ leads }: Pick<TeamHeading, 'leads'>): string {
  return leads.map(normalizeText).sort().join('/');
}
