import type { Heading } from '../minutes/heading.ts';
import { isNamed } from './heading-match.ts';
import { namedBy, type Recognizer } from './recognize-heading.ts';

/** Returns the headings that may be sections: all ATX headings, and setext headings that the template has by name, or by a slip of one. */
export function sectionHeadings(
  headings: readonly Heading[],
  { recognize }: Recognizer,
): readonly Heading[] {
  if (headings.every(({ style }) => style !== 'setext')) return headings;
  return headings.filter(({ style, text, source }) => {
    // A bold line is among the headings only where the template has it.
    if (style !== 'setext') return true;
    const recognition = recognize(text);
    const { fits, slips } = recognition;
    const isName = namedBy(recognition).length > 0 || fits.some(isNamed) || slips.length > 0;
    return isName && !isTypedItem(source);
  });
}

/** Someone who begins a list types a hyphen below a line of text. */
function isTypedItem(source: string): boolean {
  return /[\r\n][ \t]*-[ \t]*$/.test(source);
}
