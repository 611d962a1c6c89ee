import type { LevelledHeading } from '../../minutes/outline.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/** Returns the edits that write headings at their levels; a setext heading of more than one line stays as it is. */
export function changeLevels(headings: readonly LevelledHeading[]): readonly TextEdit[] {
  return headings.flatMap(({ heading, depth }) => {
    if (heading.depth === depth || heading.style === 'bold') return [];
    const { range, contentRange } = heading;
    const marker = '#'.repeat(depth);
    if (heading.style === 'atx') {
      return [{ range: { start: range.start, end: range.start + heading.depth }, text: marker }];
    }
    const underline = { start: contentRange.end, end: range.end };
    const isOneLine = /^[ \t]*(?:\r\n|\r|\n)[ \t]*[=-]+[ \t]*$/.test(
      heading.source.slice(underline.start - range.start),
    );
    return isOneLine && !/[\r\n]/.test(heading.source.slice(0, contentRange.end - range.start))
      ? [
          { range: { start: range.start, end: range.start }, text: `${marker} ` },
          { range: underline, text: '' },
        ]
      : [];
  });
}
