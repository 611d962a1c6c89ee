import type { Series } from '../../meetings/series.ts';
import type { SiteMeeting } from './site-meeting.ts';
import type { SitePerson } from './site-people.ts';
import type { SiteTeam } from './site-teams.ts';

/** All that pages refer to. */
export interface Site {
  readonly name: string;
  readonly series: Series;
  readonly meetings: readonly SiteMeeting[];
  readonly teams: readonly SiteTeam[];
  readonly people: readonly SitePerson[];
  readonly today: string;
  /** Returns the meeting of an id. */
  readonly meetingOf: (id: string) => SiteMeeting | undefined;
  /** Returns the person whom a name is of. */
  readonly personOf: (key: string) => SitePerson | undefined;
}
