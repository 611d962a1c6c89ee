import { placedMeetings } from '../matching/placed-meetings.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { documentSymbols, type MinutesSymbol } from './document-symbols.ts';

/** Returns the outline of a file: of its minutes, or of each of its meetings, below the title that is above them all. */
export function fileSymbols(minutes: Minutes, template: Matcher): readonly MinutesSymbol[] {
  const [head, ...meetings] = placedMeetings(minutes, template);
  const above = head === undefined ? [] : documentSymbols(head.minutes, head.template);
  const below = meetings.flatMap((each) => documentSymbols(each.minutes, each.template));
  const [title, ...others] = above;
  const last = meetings.at(-1);
  const depthOf = (part: typeof head): number => part?.minutes.headings[0]?.depth ?? 0;
  return title === undefined || last === undefined || depthOf(head) >= depthOf(last)
    ? [...above, ...below]
    : [
        {
          ...title,
          range: { start: title.range.start, end: last.range.end },
          children: [...title.children, ...others, ...below],
        },
      ];
}
