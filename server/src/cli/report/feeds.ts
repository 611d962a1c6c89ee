import { Feed } from 'feed';
import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import { dayAfter } from '../../core/text/calendar-date.ts';
import { isWholeDay } from '../../core/text/partial-date.ts';
import type { SiteMeeting } from '../../core/publishing/site/site-meeting.ts';
import { plainOf } from '../../core/publishing/site/links.ts';

/** What a feed is made of. */
export interface FeedInput {
  readonly name: string;
  readonly meetings: readonly SiteMeeting[];
  /** Address of the site with a slash at its end; null where none is known. */
  readonly baseUrl: string | null;
}

/** What an Atom feed is made of: its links are absolute. */
export interface AtomInput extends FeedInput {
  readonly baseUrl: string;
  readonly language: string;
}

const mostEntries = 50;

/** Returns the last meetings as an Atom feed. */
export function atomFeed({ name, meetings, baseUrl, language }: AtomInput): string {
  const dated = meetings.filter(({ minutes: { date } }) => date !== null && isWholeDay(date));
  const last = dated.at(-1)?.minutes.date ?? '1970-01-01';
  const feed = new Feed({
    title: name,
    id: baseUrl,
    link: baseUrl,
    language,
    copyright: '',
    updated: dayOf(last),
    generator: 'Meeting Minutes',
    feedLinks: { atom: `${baseUrl}feed.xml` },
  });
  for (const { name: title, page, minutes } of dated.slice(-mostEntries).toReversed()) {
    const decisions = minutes.record.decisions.map(({ text }) => `– ${plainOf(text)}`);
    const link = baseUrl + encodeURI(page);
    feed.addItem({
      title,
      id: link,
      link,
      date: dayOf(minutes.date ?? last),
      ...(decisions.length > 0 && { description: decisions.join('\n') }),
    });
  }
  return `${feed.atom1()}\n`;
}

/** Returns the meetings as a calendar of whole days. */
export function calendar({ name, meetings, baseUrl }: FeedInput): string {
  const all = new ICalCalendar({
    name,
    prodId: { company: 'Meeting Minutes', product: 'minutes' },
  });
  for (const { name: summary, page, minutes } of meetings) {
    if (minutes.date === null || !isWholeDay(minutes.date)) continue;
    all.createEvent({
      id: `${encodeURIComponent(page)}@minutes`,
      stamp: dayOf(minutes.date),
      start: dayOf(minutes.date),
      end: dayOf(dayAfter(minutes.date)),
      allDay: true,
      timezone: 'UTC',
      summary,
      ...(minutes.cancelled && { status: ICalEventStatus.CANCELLED }),
      ...(baseUrl !== null && { url: baseUrl + encodeURI(page) }),
    });
  }
  return `${all.toString()}\n`;
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
