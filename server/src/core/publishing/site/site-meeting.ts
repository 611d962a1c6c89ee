import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../../minutes/read-minutes.ts';
import { once } from '../../text/cached.ts';
import { headingIds } from '../html/minutes-to-html.ts';
import type { PublishedMeeting } from '../published-meeting.ts';

/** A meeting with its page. */
export interface SiteMeeting extends PublishedMeeting {
  readonly name: string;
  /** Path of its page in the site. */
  readonly page: string;
  /** Returns the ids of its headings. */
  readonly ids: () => ReturnType<typeof headingIds>;
  /** Returns the parsed minutes; parsed anew each time, for a tree is large. */
  readonly read: () => Minutes;
}

/** Returns the meetings of a site with names and pages that stay for as long as the paths of the minutes do. */
export function siteMeetings(meetings: readonly PublishedMeeting[]): readonly SiteMeeting[] {
  const base = commonFolder(meetings.map(({ path }) => path));
  const taken = new Set<string>();
  return meetings.map((meeting) => {
    const { minutes, text, path } = meeting;
    const read = (): Minutes => readMinutes(parseMarkdown(text));
    const slug = pathSlug(path.slice(base.length), taken);
    return {
      ...meeting,
      name: minutes.title ?? minutes.date ?? path,
      page: `meetings/${slug}.html`,
      ids: once(() => headingIds(read())),
      read,
    };
  });
}

/** Returns the id of the last heading at or before an offset of the minutes, after `#`; empty at the start. */
export function anchorAt({ ids }: SiteMeeting, offset: number): string {
  const own = offset === 0 ? undefined : ids().findLast((heading) => heading.offset <= offset);
  return own === undefined ? '' : `#${encodeURIComponent(own.id)}`;
}

function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  let base = first.slice(0, first.lastIndexOf('/') + 1);
  while (!paths.every((path) => path.startsWith(base))) {
    base = base.slice(0, base.lastIndexOf('/', base.length - 2) + 1);
  }
  return base;
}

function pathSlug(path: string, taken: Set<string>): string {
  const parts = path
    .replace(/\.(?:md|markdown)$/i, '')
    .split(/[\\/]/)
    .map(slugOf)
    .filter((part) => part !== '');
  return unique(parts.join('/') || 'minutes', taken);
}

/** Returns a name as a part of a path that every system can write. */
export function slugOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
}

/** Returns a slug, with a number where another has it already. */
export function unique(slug: string, taken: Set<string>): string {
  let own = slug;
  for (let number = 2; taken.has(own); number++) own = `${slug}-${String(number)}`;
  taken.add(own);
  return own;
}
