import type { Section } from '../minutes/outline.ts';
import type { MissingSection, TemplateMatch } from './template-match.ts';

/** Returns the only unknown section in the place of a missing one; null where there is no such section, or several. */
export function replacementOf(
  { expected, offset }: MissingSection,
  { unexpected, sections, missing }: TemplateMatch,
): Section | null {
  if (missing.some((other) => other.offset === offset && other.expected !== expected)) return null;
  const next = sections.find(({ section }) => section.heading.range.start >= offset);
  const end = next?.section.heading.range.start ?? Infinity;
  const inPlace = unexpected.filter(
    ({ section: { heading, depth } }) =>
      heading.range.start >= offset && heading.range.start < end && depth === expected.depth,
  );
  const [only, ...others] = inPlace;
  return only === undefined || others.length > 0 ? null : only.section;
}
