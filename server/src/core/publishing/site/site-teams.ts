import type { Series, SeriesTeam } from '../../meetings/series.ts';
import { slugOf, unique } from './site-meeting.ts';

/** A team with its page. */
export interface SiteTeam {
  readonly key: string;
  readonly name: string;
  readonly page: string;
  readonly updates: readonly SeriesTeam[];
}

/** Returns the teams of a series by the alphabet. */
export function siteTeams(series: Series): readonly SiteTeam[] {
  const taken = new Set(['index']);
  return [...series.teams()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, updates]) => ({
      key,
      name: updates.at(-1)?.team.heading.team ?? key,
      page: `teams/${unique(slugOf(key) || 'team', taken)}.html`,
      updates,
    }));
}
