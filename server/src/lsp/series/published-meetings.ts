import type { Series } from '../../core/meetings/series.ts';
import type { PublishedMeeting } from '../../core/publishing/published-meeting.ts';
import { isBelowAny, pathOf } from '../documents/document-uri.ts';
import type { Session } from '../session.ts';

/** Returns the minutes of a series with their paths in the workspace; those since an ISO date with their texts. */
export async function publishedMeetings(
  { minutes }: Series,
  { documents, files, folders, series }: Session,
  since: string,
): Promise<readonly PublishedMeeting[]> {
  const meetings: PublishedMeeting[] = [];
  for (const each of minutes) {
    const template = series.templateOf(each.file);
    if (template === null) continue;
    const isAsked = (each.date ?? '') >= since;
    const open = documents.get(each.file)?.text;
    const text = isAsked ? (open ?? (await files.readFile(each.file))) : '';
    if (text === null) continue;
    const folder = folders.all().find((uri) => isBelowAny(new Set([uri]), each.file));
    const path = folder === undefined ? each.file : pathOf(each.file).slice(pathOf(folder).length);
    meetings.push({ minutes: each, text, template, path: path.replace(/^\//, '') });
  }
  return meetings;
}
