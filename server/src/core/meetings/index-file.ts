import { placedMeetings } from '../matching/placed-meetings.ts';
import { templateOfMany } from '../matching/meetings-in-file.ts';
import type { Matcher } from '../matching/matcher.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import { detachedCopy } from '../text/detached-copy.ts';
import { indexMinutes, type IndexedMinutes } from './indexed-minutes.ts';

/** Returns what a series keeps of a file: of its minutes, or of each of its meetings, each with an id of its own and places in the whole text. */
export function indexFile(
  id: string,
  text: string,
  fileName: string | null,
  template: Matcher,
): readonly IndexedMinutes[] {
  if (templateOfMany(template) === null) return [indexMinutes(id, text, fileName, template)];
  return placedMeetings(readMinutes(parseMarkdown(text)), template)
    .filter(({ isOfMany }) => isOfMany)
    .map(({ minutes, template: own, range: { start } }) => ({
      ...indexMinutes(meetingId(id, start), minutes.text, null, own),
      file: id,
      firstLine: minutes.markdown.lines.pointAt(start).line - 1,
      title: detachedCopy(minutes.headings[0]?.text ?? ''),
    }));
}

/** Returns what identifies one of many meetings in a file by the offset of its heading. */
export function meetingId(file: string, start: number): string {
  return `${file}#${String(start)}`;
}
