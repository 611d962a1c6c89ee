import type { Minutes } from '../minutes/read-minutes.ts';
import { blankedText } from '../text/blanked-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { Matcher } from './matcher.ts';
import { partsOf, templateOfMany, type FilePart } from './meetings-in-file.ts';

/** A part of a file that is checked as minutes of its own, at its place in the whole text. */
export interface PlacedMeeting {
  /** The minutes of the part alone, in which all places are those of the whole text. */
  readonly minutes: Minutes;
  readonly template: Matcher;
  readonly range: OffsetRange;
  /** Whether it is one of many meetings; else it is the whole file, or what is before the first meeting. */
  readonly isOfMany: boolean;
}

/** Returns the parts of minutes, in their order: the whole where the template has one meeting in a file, else what is before the first and each meeting. */
export function placedMeetings(whole: Minutes, template: Matcher): readonly PlacedMeeting[] {
  const many = templateOfMany(template);
  const { length } = whole.text;
  if (many === null) {
    return [{ minutes: whole, template, range: { start: 0, end: length }, isOfMany: false }];
  }
  const { head, meetings } = partsOf(whole, many);
  const place = (
    { minutes, start }: FilePart,
    end: number,
  ): Pick<PlacedMeeting, 'minutes' | 'range'> => ({
    minutes: many.read(blankedText(whole.text.slice(0, start)) + minutes.text),
    range: { start, end },
  });
  const first = meetings[0]?.start ?? length;
  return [
    { ...place(head, first), template: many.head, isOfMany: false },
    ...meetings.map((part, index) => ({
      ...place(part, meetings[index + 1]?.start ?? length),
      template: many.meeting,
      isOfMany: true,
    })),
  ];
}
