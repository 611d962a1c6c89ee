import * as l10n from '@vscode/l10n';
import { h } from 'hastscript';
import type { Site } from './site.ts';
import { meetingLink } from './links.ts';
import type { Content, Page } from './page.ts';
import type { SiteMeeting } from './site-meeting.ts';

/** Returns the page that lists all meetings by year, the newest first. */
export function indexPage({ name, meetings, today }: Site): Page {
  const years = new Map<string, SiteMeeting[]>();
  for (const meeting of meetings.toReversed()) {
    const year = meeting.minutes.date?.slice(0, 4) ?? l10n.t('Undated');
    years.set(year, [...(years.get(year) ?? []), meeting]);
  }
  return {
    path: 'index.html',
    title: name,
    body: [
      h('h1', name),
      ...[...years].flatMap(([year, own]): readonly Content[] => [
        h('h2', { id: `y${year}` }, year),
        h(
          'ul',
          { className: 'meetings' },
          own.map((meeting) => h('li', [...entry(meeting, today)])),
        ),
      ]),
    ],
  };
}

function entry(meeting: SiteMeeting, today: string): readonly (string | ReturnType<typeof h>)[] {
  const { minutes, name } = meeting;
  const { date, cancelled, record } = minutes;
  const notes = [
    ...(date === null || name.includes(date) ? [] : [date]),
    ...(cancelled
      ? [l10n.t('cancelled')]
      : date !== null && date >= today
        ? [l10n.t('draft')]
        : []),
    ...(record.decisions.length > 0 ? [l10n.t('{0} decisions', record.decisions.length)] : []),
  ];
  return [
    meetingLink('index.html', meeting, 0, name),
    ...(notes.length === 0 ? [] : [h('small', ` ${notes.join(', ')}`)]),
  ];
}
