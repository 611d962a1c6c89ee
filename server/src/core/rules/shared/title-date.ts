import { sliceRange, type OffsetRange } from '../../text/offset-range.ts';
import { dateIn, type WrittenDate } from '../../matching/minutes-date.ts';
import type { RuleContext } from '../rule.ts';

/** Returns the date in the title of the minutes with its range, or null where the title tells none. */
export function titleDate({
  match,
  minutes,
}: RuleContext): (WrittenDate & { readonly range: OffsetRange }) | null {
  const title = match.sections.find(({ expected }) => expected.kind === 'title');
  if (title === undefined) return null;
  const { text, contentRange } = title.section.heading;
  const written = dateIn(title.expected.pattern, text);
  if (written === null) return null;
  const index = sliceRange(minutes.text, contentRange).indexOf(written.text);
  if (index === -1) return { ...written, range: contentRange };
  const start = contentRange.start + index;
  return { ...written, range: { start, end: start + written.text.length } };
}
