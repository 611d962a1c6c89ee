import * as l10n from '@vscode/l10n';
import type { Series } from '../../meetings/series.ts';
import { historyCharts } from '../charts/history-charts.ts';
import type { FindingCounts } from '../charts/findings-chart.ts';
import type { PublishedMeeting } from '../published-meeting.ts';
import { chartsPage } from './charts-page.ts';
import { actionsPage, decisionsPage } from './record-pages.ts';
import { indexPage } from './index-page.ts';
import { meetingPage } from './meeting-page.ts';
import { pageHtml, type Page, type SiteFile, type SiteFrame } from './page.ts';
import { peoplePage, personPage } from './people-pages.ts';
import { searchPage } from './search-page.ts';
import type { Site } from './site.ts';
import { siteMeetings } from './site-meeting.ts';
import { sitePeople } from './site-people.ts';
import { teamPage, teamsPage } from './team-pages.ts';
import { siteTeams } from './site-teams.ts';

/** What a site is made of. */
export interface SiteInput {
  readonly name: string;
  readonly series: Series;
  /** The minutes with their texts, the earliest first. */
  readonly meetings: readonly PublishedMeeting[];
  readonly findings: ReadonlyMap<string, FindingCounts>;
  /** ISO date. */
  readonly today: string;
  readonly language: string;
  readonly baseUrl: string | null;
  readonly hasOwnStyle: boolean;
}

/** Returns the pages and the search index of a site, one after the other: a long series has many. */
export function* buildSite(input: SiteInput): Generator<SiteFile> {
  const { name, series, findings, today } = input;
  const meetings = siteMeetings(input.meetings);
  const people = sitePeople(series);
  const byId = new Map(meetings.map((meeting) => [meeting.minutes.id, meeting]));
  const byKey = new Map(people.map((person) => [person.key, person]));
  const site: Site = {
    name,
    series,
    meetings,
    teams: siteTeams(series),
    people,
    today,
    meetingOf: (id) => byId.get(id),
    personOf: (key) => byKey.get(key),
  };
  const frame: SiteFrame = { ...input, navigation: navigationOf(site) };
  for (const page of pagesOf(site, findings)) {
    yield { path: page.path, text: pageHtml(page, frame) };
    if (page.data !== undefined) yield page.data;
  }
}

function navigationOf({ teams, people }: Site): SiteFrame['navigation'] {
  return [
    ['index.html', l10n.t('Meetings')],
    ...(teams.length === 0 ? [] : [['teams/index.html', l10n.t('Teams')] as const]),
    ...(people.length === 0 ? [] : [['people/index.html', l10n.t('People')] as const]),
    ['actions.html', l10n.t('Open Actions')],
    ['decisions.html', l10n.t('Decisions')],
    ['history.html', l10n.t('History')],
    ['search.html', l10n.t('Search')],
  ];
}

function* pagesOf(site: Site, findings: SiteInput['findings']): Generator<Page> {
  yield indexPage(site);
  yield decisionsPage(site);
  yield actionsPage(site);
  yield chartsPage(site, historyCharts(site.series, { since: null, today: site.today, findings }));
  yield searchPage(site);
  if (site.teams.length > 0) yield teamsPage(site);
  for (const team of site.teams) yield teamPage(team, site);
  if (site.people.length > 0) yield peoplePage(site);
  for (const person of site.people) yield personPage(person, site);
  for (const [index, meeting] of site.meetings.entries()) yield meetingPage(meeting, index, site);
}
