import * as l10n from '@vscode/l10n';
import { h } from 'hastscript';
import type { SeriesAction } from '../../meetings/series-actions.ts';
import type { Site } from './site.ts';
import { actionLink, meetingLink } from './links.ts';
import { relativeTo, table, type Content, type Page } from './page.ts';
import type { SitePerson } from './site-people.ts';

/** Returns the page that lists the people. */
export function peoplePage({ people }: Site): Page {
  const path = 'people/index.html';
  return {
    path,
    title: l10n.t('People'),
    body: [
      h('h1', l10n.t('People')),
      table(
        l10n.t('People'),
        [l10n.t('Person'), l10n.t('Open actions'), l10n.t('Meetings')],
        people.map(({ name, page, open, attended }) => [
          h('a', { href: relativeTo(path, page) }, name),
          String(open.length),
          String(attended.length),
        ]),
      ),
    ],
  };
}

/** Returns the page of a person: open actions, what is done, teams and meetings. */
export function personPage(
  { name, page, open, done, attended, led }: SitePerson,
  site: Site,
): Page {
  return {
    path: page,
    title: name,
    body: [
      h('h1', name),
      h('h2', { id: 'open' }, l10n.t('Open actions')),
      open.length === 0 ? h('p', l10n.t('None.')) : actionList(open, page, site),
      ...(done.length === 0
        ? []
        : [h('h2', { id: 'done' }, l10n.t('Done')), actionList(done, page, site)]),
      ...(led.length === 0
        ? []
        : [
            h('h2', { id: 'teams' }, l10n.t('Teams')),
            h(
              'ul',
              led.map((team) => teamItem(team, page, site)),
            ),
          ]),
      ...(attended.length === 0
        ? []
        : [
            h('h2', { id: 'meetings' }, l10n.t('Meetings')),
            h(
              'ul',
              attended.toReversed().flatMap((id) => {
                const meeting = site.meetingOf(id);
                return meeting === undefined
                  ? []
                  : [h('li', meetingLink(page, meeting, 0, meeting.name))];
              }),
            ),
          ]),
    ],
  };
}

function teamItem(name: string, page: string, { teams }: Site): ReturnType<typeof h> {
  const team = teams.find((each) =>
    each.updates.some((update) => update.team.heading.team === name),
  );
  return h('li', team === undefined ? name : h('a', { href: relativeTo(page, team.page) }, name));
}

function actionList(
  actions: readonly SeriesAction[],
  page: string,
  site: Site,
): ReturnType<typeof h> {
  const columns = [l10n.t('Action'), l10n.t('Since'), l10n.t('Due')];
  const rows = actions.map((action): readonly Content[] => [
    actionLink(page, action, site),
    action.mentions[0]?.meeting.date ?? '',
    action.due ?? '',
  ]);
  return table(l10n.t('Actions'), columns, rows);
}
