import type { LevelledHeading } from '../../minutes/outline.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/** Returns the edits that write headings at their levels; setext headings stay as they are. */
export function changeLevels(headings: readonly LevelledHeading[]): readonly TextEdit[] {
  return headings.flatMap(({ heading, depth }) =>
    heading.style === 'setext' || heading.depth === depth
      ? []
      : [
          {
            range: { start: heading.range.start, end: heading.range.start + heading.depth },
            text: '#'.repeat(depth),
          },
        ],
  );
}
