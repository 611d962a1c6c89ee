import type { OffsetRange } from '../../text/offset-range.ts';
import type { RuleContext } from '../rule.ts';

/** Returns where the minutes say their date, else their first heading, else their start. */
export function datePlace({ dates, minutes }: RuleContext): OffsetRange {
  const [date] = dates();
  return date?.range() ?? minutes.headings[0]?.range ?? { start: 0, end: 0 };
}
