import { lineEndingOf } from '../../text/insert-block.ts';
import type { Section } from '../../minutes/outline.ts';
import { removeBlock } from '../../text/move-block.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { rangesTouch, sliceRange } from '../../text/offset-range.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/**
 * Returns the edits that put the text of a section, and all below it, into another of the same heading:
 * parts of the same name one after the other, too; none where the headings say different things or one is in the other.
 */
export function mergeSections(
  text: string,
  into: Section,
  section: Section,
): readonly TextEdit[] | null {
  const isWithin = into.range.start < section.range.end && section.range.start < into.range.end;
  if (isWithin || !isSameHeading(text, into, section)) return null;
  const merged = mergedText(text, into, section);
  const removal = removeBlock(text, section.range);
  const isBeside = rangesTouch(removal.range, into.range);
  const range = isBeside
    ? {
        start: Math.min(into.range.start, removal.range.start),
        end: Math.max(into.range.end, removal.range.end),
      }
    : into.range;
  const space = /\s*$/.exec(sliceRange(text, range))?.[0] ?? '';
  const edit = { range, text: merged + space };
  return isBeside ? [edit] : [edit, removal];
}

function mergedText(text: string, into: Section, section: Section): string {
  const eol = lineEndingOf(text);
  const rest = [...section.children];
  const children = into.children.map((child) => {
    const index = rest.findIndex(
      (each) => each.depth === child.depth && isSameHeading(text, child, each),
    );
    const [same] = index === -1 ? [] : rest.splice(index, 1);
    return same === undefined ? sliceRange(text, child.range) : mergedText(text, child, same);
  });
  return [
    sliceRange(text, into.heading.range),
    sliceRange(text, into.bodyRange),
    sliceRange(text, section.bodyRange),
    ...children,
    ...rest.map(({ range }) => sliceRange(text, range)),
  ]
    .map((part) => part.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '').trimEnd())
    .filter((part) => part !== '')
    .join(eol + eol);
}

/** Compares what the author wrote: a link or a picture in one of them would be lost. */
function isSameHeading(text: string, { heading }: Section, { heading: other }: Section): boolean {
  return (
    normalizeText(sliceRange(text, heading.contentRange)) ===
    normalizeText(sliceRange(text, other.contentRange))
  );
}
