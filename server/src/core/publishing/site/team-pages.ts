import * as l10n from '@vscode/l10n';
import { h } from 'hastscript';
import { rosterOverTime, type RosterSpan } from '../../meetings/roster-over-time.ts';
import { personNamed } from '../../record/named-person.ts';
import type { Site } from './site.ts';
import { meetingLink, personLink } from './links.ts';
import { relativeTo, table, type Content, type Page } from './page.ts';
import type { SiteTeam } from './site-teams.ts';

/** Returns the page that lists the teams. */
export function teamsPage({ teams }: Site): Page {
  const path = 'teams/index.html';
  return {
    path,
    title: l10n.t('Teams'),
    body: [
      h('h1', l10n.t('Teams')),
      table(
        l10n.t('Teams'),
        [l10n.t('Team'), l10n.t('Updates'), l10n.t('Last meeting')],
        teams.map(({ name, page, updates }) => [
          h('a', { href: relativeTo(path, page) }, name),
          String(updates.filter(({ team }) => team.lineCount > 0).length),
          updates.at(-1)?.minutes.date ?? '',
        ]),
      ),
    ],
  };
}

/** Returns the page of a team: who led it, and its updates. */
export function teamPage({ key, name, page, updates }: SiteTeam, site: Site): Page {
  const spans = rosterOverTime({
    ...site.series,
    minutes: updates.map(({ minutes }) => minutes),
  }).filter(({ team }) =>
    updates.some(({ team: own }) => own.heading.team === team && own.key === key),
  );
  return {
    path: page,
    title: name,
    body: [
      h('h1', name),
      h('h2', { id: 'leads' }, l10n.t('Leads')),
      table(
        l10n.t('Leads'),
        [l10n.t('Lead'), l10n.t('Status'), l10n.t('From'), l10n.t('Until')],
        spans.map((span) => leadRow(span, page, site)),
      ),
      h('h2', { id: 'updates' }, l10n.t('Updates')),
      h(
        'ul',
        updates.toReversed().flatMap(({ minutes, team }) => {
          const meeting = site.meetingOf(minutes.id);
          if (meeting === undefined) return [];
          const lines =
            team.lineCount === 1 ? l10n.t('1 line') : l10n.t('{0} lines', team.lineCount);
          return [
            h('li', [
              meetingLink(page, meeting, team.range.start, minutes.date ?? meeting.name),
              h('small', ` ${lines}`),
            ]),
          ];
        }),
      ),
    ],
  };
}

function leadRow(
  { leads, vacant, status, from, until }: RosterSpan,
  page: string,
  site: Site,
): readonly Content[] {
  const names: Content =
    leads.length === 0
      ? vacant
        ? l10n.t('vacant')
        : '–'
      : leads.flatMap((lead, index): readonly Content[] => [
          ...(index === 0 ? [] : [', ']),
          personLink(page, personNamed(lead), site),
        ]);
  return [names, status ?? '', from, until];
}
