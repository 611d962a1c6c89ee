import { dateOf } from '../matching/minutes-date.ts';
import { partsOf, type TemplateOfMany } from '../matching/meetings-in-file.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes } from '../minutes/read-minutes.ts';
import { insertBlock } from '../text/insert-block.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { draftText } from './draft-text.ts';

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
  };
  const text = draftText(parts).trim();
  return text === '' ? '' : `${text}\n\n`;
}
