import { dateOf } from '../matching/minutes-date.ts';
import { partsOf, type TemplateOfMany } from '../matching/meetings-in-file.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import { insertBlock } from '../text/insert-block.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { Template } from '../template/template.ts';
import { draftText } from './draft-text.ts';
import type { KnownMinutes } from './new-minutes.ts';

/** A meeting of a file of many. */
export interface MeetingOfFile {
  /** ISO date; null where its heading has none. */
  readonly date: string | null;
  readonly text: string;
}

/** Returns the meetings of a file in its order. */
export function meetingsOf(text: string, many: TemplateOfMany): readonly MeetingOfFile[] {
  const { meetings } = partsOf(readMinutes(parseMarkdown(text)), many);
  return meetings.map(({ minutes }) => ({
    date: dateOf(minutes, many.meeting, null),
    text: minutes.text,
  }));
}

/** Returns the path of a meeting among the known ones: that of its file with the meeting’s place in it. */
export function meetingPath(file: string, place: number | string): string {
  return `${file}#${String(place)}`;
}

/** Returns the path of the file that a known meeting is in. */
export function fileOfMeeting(path: string): string {
  return path.replace(/#[\d-]+$/, '');
}

/** Returns the path of the file that the next meeting belongs in: that of the latest one, else the one that the template names; null where it names none. */
export function fileForMeeting(
  meetings: readonly KnownMinutes[],
  files: readonly string[],
  { options }: Pick<Template, 'options'>,
): string | null {
  const [first, ...others] = meetings;
  const latest = others.reduce(
    (last, each) => ((last?.date ?? '') > (each.date ?? '') ? last : each),
    first,
  );
  const own = latest === undefined ? files.at(-1) : fileOfMeeting(latest.path);
  return own ?? options.files.find((glob) => !/[*?[\]{}!\\]/.test(glob)) ?? null;
}

/** Returns the edit that adds a meeting to a file: at the end where the newest is last, else before the first. */
export function addMeeting(text: string, many: TemplateOfMany, meeting: string): TextEdit {
  const { head, meetings } = partsOf(readMinutes(parseMarkdown(text)), many);
  const dates = meetings.flatMap(({ minutes }) => dateOf(minutes, many.meeting, null) ?? []);
  const isNewestLast = (dates[0] ?? '') < (dates.at(-1) ?? '');
  const first = meetings[0]?.start ?? text.length;
  const offset = isNewestLast ? text.length : first;
  return insertBlock(text, Math.max(offset, head.start), meeting).edit;
}

/** Returns what is in a file before its first meeting, as new minutes have it on an ISO date; empty where the template has nothing there. */
export function headText({ head }: TemplateOfMany, date: string): string {
  const parts = {
    template: head,
    date,
    roster: null,
    number: null,
    previous: null,
    carried: [],
    topics: [],
    next: null,
  };
  const text = draftText(parts).trim();
  return text === '' ? '' : `${text}\n\n`;
}
