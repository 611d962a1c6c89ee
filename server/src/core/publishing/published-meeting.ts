import type { IndexedMinutes } from '../meetings/indexed-minutes.ts';
import type { Template } from '../template/template.ts';

/** Minutes that are published, with their text. */
export interface PublishedMeeting {
  readonly minutes: IndexedMinutes;
  readonly text: string;
  readonly template: Template;
  /** Where a link to the minutes leads, relative to what is published. */
  readonly path: string;
}

/** Returns the destination of a link in Markdown or HTML to a path. */
export function destinationOf(path: string): string {
  return encodeURI(path).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** Returns what minutes are called in a link: their date, or their path where they have none. */
export function linkText({ minutes: { date, title }, path }: PublishedMeeting): string {
  return date ?? title ?? path;
}
