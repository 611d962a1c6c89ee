import * as l10n from '@vscode/l10n';
import { h } from 'hastscript';
import { minutesToHtml } from '../html/minutes-to-html.ts';
import type { Site } from './site.ts';
import { meetingLink } from './links.ts';
import { relativeTo, type Page } from './page.ts';
import { anchorAt, type SiteMeeting } from './site-meeting.ts';

/** Returns the page of a meeting: its minutes, with links to the meetings before and after. */
export function meetingPage(meeting: SiteMeeting, index: number, { meetings }: Site): Page {
  const { page, name } = meeting;
  const [before, after] = [meetings[index - 1], meetings[index + 1]];
  const minutes = meeting.read();
  const hasTitle = minutes.headings.some(({ depth }) => depth === 1);
  return {
    path: page,
    title: name,
    body: [
      h('nav', { ariaLabel: l10n.t('Neighboring meetings'), className: 'neighbors' }, [
        ...(before === undefined ? [] : [meetingLink(page, before, 0, `← ${before.name}`)]),
        ...(after === undefined ? [] : [meetingLink(page, after, 0, `${after.name} →`)]),
      ]),
      ...(hasTitle ? [] : [h('h1', name)]),
      h('article', [
        ...minutesToHtml(minutes, (address) => mapAddress(address, meeting, meetings)),
      ]),
    ],
  };
}

/** Links to other minutes lead to their pages; other links to files of the repository lead nowhere, and go. */
function mapAddress(
  address: string,
  meeting: SiteMeeting,
  meetings: readonly SiteMeeting[],
): string | null {
  if (/^(?:https?:|mailto:)/i.test(address)) return address;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return null;
  const [path = '', anchor] = address.split('#', 2);
  const target = path === '' ? meeting : byPath(path, meeting, meetings);
  if (target === undefined) return null;
  const href = path === '' ? '' : relativeTo(meeting.page, target.page);
  if (anchor === undefined) return href === '' ? null : href;
  const known = target.ids().find(({ id }) => id === decoded(anchor));
  if (known !== undefined)
    return `${href}${anchorAt(target, Math.max(known.offset, 1)) || '#main'}`;
  return href === '' ? null : href;
}

function byPath(
  path: string,
  { path: own }: SiteMeeting,
  meetings: readonly SiteMeeting[],
): SiteMeeting | undefined {
  const parts = own.split('/').slice(0, -1);
  for (const part of decoded(path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const target = parts.join('/');
  return meetings.find((meeting) => meeting.path === target);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
