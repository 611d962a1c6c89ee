import type { Element } from 'hast';
import { h } from 'hastscript';
import type { SeriesAction } from '../../meetings/series-actions.ts';
import type { NamedPerson } from '../../record/named-person.ts';
import type { Site } from './site.ts';
import { flatten, relativeTo, type Content } from './page.ts';
import { anchorAt, type SiteMeeting } from './site-meeting.ts';

/** Returns a link from a page to a place in a meeting's minutes. */
export function meetingLink(
  from: string,
  meeting: SiteMeeting,
  offset: number,
  text: Content,
): Element {
  const href = relativeTo(from, meeting.page) + anchorAt(meeting, offset);
  return h('a', { href }, [...flatten(text)]);
}

/** Returns the name of a person, as a link where they have a page. */
export function personLink(from: string, { name, key }: NamedPerson, { personOf }: Site): Content {
  const person = personOf(key);
  return person === undefined ? name : h('a', { href: relativeTo(from, person.page) }, name);
}

/** Returns the owners of an action, with links. */
export function ownerLinks(from: string, { last }: SeriesAction, site: Site): Content {
  return last.owners.flatMap((owner, index): readonly Content[] => [
    ...(index === 0 ? [] : [', ']),
    personLink(from, owner, site),
  ]);
}

/** Returns what an action says, as a link to where it was mentioned last. */
export function actionLink(from: string, { last, mentions }: SeriesAction, site: Site): Content {
  const meeting = site.meetingOf(mentions.at(-1)?.meeting.id ?? '');
  const text = plainOf(last.text);
  return meeting === undefined ? text : meetingLink(from, meeting, last.range.start, text);
}

/** Returns Markdown of one line without its marks. */
export function plainOf(text: string): string {
  const plain = text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? text : plain;
}
