import { boldLinesIn, withBoldHeadings } from '../minutes/bold-lines.ts';
import { sayTheSame, type Heading } from '../minutes/heading.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { Template } from '../template/template.ts';
import { cachedByObject } from '../text/cached.ts';
import { allSections, isNamed } from './heading-match.ts';
import { namedBy, type Recognizer } from './recognize-heading.ts';

/**
 * Returns what reads minutes as a template sees them: a bold line is a heading where the template has a bold line
 * of its name as a section. Null where the template has none.
 */
export function createBoldReader(
  template: Template,
  { recognize }: Recognizer,
): ((minutes: Minutes) => Minutes) | null {
  const bold = new Set(allSections(template).filter(({ style }) => style === 'bold'));
  if (bold.size === 0) return null;
  const known = new WeakMap<object, Minutes>();
  const alreadyRead = new WeakSet<Minutes>();
  return cachedByObject((minutes: Minutes): Minutes => {
    if (alreadyRead.has(minutes)) return minutes;
    const lines = boldLinesIn(minutes).flatMap((line): Heading[] => {
      const recognition = recognize(line.text);
      const meant = [
        ...namedBy(recognition),
        ...recognition.fits.filter(isNamed),
        ...recognition.slips,
      ].filter((section) => bold.has(section));
      const below = depthAbove(line, minutes) + 1;
      const depth = meant.find((section) => section.depth === below)?.depth ?? meant[0]?.depth;
      return depth === undefined ? [] : [{ ...line, depth }];
    });
    const read = withBoldHeadings(minutes, lines);
    const before = known.get(minutes.outlineKey);
    const isSame = before !== undefined && sayTheSame(before.headings, read.headings);
    const keyed = { ...read, outlineKey: isSame ? before.outlineKey : {} };
    known.set(minutes.outlineKey, keyed);
    alreadyRead.add(keyed);
    return keyed;
  });
}

/** Returns the level of the heading that a bold line follows: of several sections of its name it is the one below that. */
function depthAbove({ range }: Heading, { headings }: Minutes): number {
  return headings.findLast((heading) => heading.range.start < range.start)?.depth ?? 0;
}
