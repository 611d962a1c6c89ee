import type { LineWording } from '../matching/wording.ts';
import type { Matcher } from '../matching/matcher.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';

/** A line of an update. */
export interface UpdateLine extends LineWording {
  readonly text: string;
}

/** Returns the lines of a range of a text, which begins at a line's start. */
export function updateLines(
  text: string,
  { start, end }: OffsetRange,
  template: Matcher,
): readonly UpdateLine[] {
  const update = text.slice(start, end);
  return template.lineWordings(update).map(({ range, wording }) => ({
    range: shiftRange(range, start),
    text: update.slice(range.start, range.end),
    wording,
  }));
}
