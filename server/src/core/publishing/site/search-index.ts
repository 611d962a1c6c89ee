import * as l10n from '@vscode/l10n';
import MiniSearch from 'minisearch';
import { isUnfilledText } from '../../template/unfilled.ts';
import type { Site } from './site.ts';
import { dataScript } from './page.ts';
import type { SiteMeeting } from './site-meeting.ts';

/** What the page that searches reads. */
export interface SearchData {
  /** The pages and names of the meetings, by the numbers that the index has. */
  readonly meetings: readonly (readonly [page: string, name: string, date: string])[];
  readonly index: unknown;
  /** What is said where nothing was found, and of so many meetings. */
  readonly words: { readonly none: string; readonly some: string };
}

/** The index is not larger than this, in bytes. */
export const largestIndex = 5_000_000;

/** What is indexed first of long minutes, and how many words of their text are at most. */
const mostWords = 2000;

/** Returns the script that holds the search index; of a long series, it has fewer words of each meeting. */
export function searchIndex(site: Site): string {
  const all = site.meetings.map((meeting) => wordsOf(meeting));
  const total = all.reduce((sum, { text }) => sum + Math.min(text.length, mostWords), 0);
  // A word of a meeting takes some 12 bytes of the index.
  let most = total * 12 < largestIndex ? mostWords : Math.floor(largestIndex / 12 / all.length);
  for (;;) {
    const script = scriptOf(site, all, most);
    if (byteLength(script) <= largestIndex || most === 0) return script;
    most = Math.floor(most * 0.7);
  }
}

/** Returns how many bytes a text takes in UTF-8. */
function byteLength(text: string): number {
  const beyondAscii = text.match(/[\u0080-\u07ff]/g)?.length ?? 0;
  const further = text.match(/[\u0800-\uffff]/g)?.length ?? 0;
  return text.length + beyondAscii + 2 * further;
}

interface MeetingWords {
  readonly title: string;
  /** Distinct words, those of teams, decisions and actions first. */
  readonly text: readonly string[];
}

function wordsOf({ name, minutes, text, template }: SiteMeeting): MeetingWords {
  const { teams, record } = minutes;
  const first = [
    ...teams.map(({ heading }) => `${heading.team} ${heading.leads.join(' ')}`),
    ...record.decisions.map((decision) => decision.text),
    ...record.actions.map((action) => action.text),
  ];
  const lines = text
    .replace(/<!--[^]*?-->/g, '')
    .split(/\r\n|[\r\n]/)
    .filter((line) => !isUnfilledText(line.replace(/^[\s>*+-]+/, ''), template));
  const words = [...first, ...lines]
    .join(' ')
    .replace(/\]\([^)]*\)|https?:\/\/\S+/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*/gu);
  return { title: `${name} ${minutes.date ?? ''}`, text: [...new Set(words ?? [])] };
}

function scriptOf(site: Site, all: readonly MeetingWords[], most: number): string {
  const search = new MiniSearch({ fields: ['title', 'text'] });
  search.addAll(
    all.map(({ title, text }, id) => ({ id, title, text: text.slice(0, most).join(' ') })),
  );
  const data: SearchData = {
    meetings: site.meetings.map(({ page, name, minutes }) => [page, name, minutes.date ?? '']),
    index: search.toJSON(),
    words: { none: l10n.t('Nothing found.'), some: l10n.t('{0} meetings', '{0}') },
  };
  return dataScript('search-index.js', 'minutesSearch', data).text;
}
