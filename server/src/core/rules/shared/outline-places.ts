import type { OutlineSection } from '../../minutes/outline.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import type { OutlineReport } from '../rule.ts';

/** Returns what finds the heading of a section, wherever it is. */
export function headingRange({ heading }: OutlineSection): OutlineReport['range'] {
  return ({ match }) => match.headingOf(heading).range;
}

/** Returns what finds the content of a section's heading, wherever it is. */
export function headingContent({ heading }: OutlineSection): OutlineReport['range'] {
  return ({ match }) => match.headingOf(heading).contentRange;
}

/** Returns what finds one place of the template that explains a report. */
export function templatePlace(
  { range }: { readonly range: OffsetRange },
  message: string,
): NonNullable<OutlineReport['related']> {
  return () => [{ document: 'template', range, message }];
}
