import { looseName } from '../matching/loose-name.ts';
import type { Heading } from '../minutes/heading.ts';
import type { RecordKind } from '../template/refinements.ts';
import type { TemplateSection } from '../template/template-section.ts';
import type { Template } from '../template/template.ts';
import { matchPattern } from '../template/text-pattern.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** A section of minutes that keeps a record. */
export interface RecordSection {
  readonly expected: TemplateSection;
  /** The heading's line. */
  readonly heading: OffsetRange;
  /** Up to the next heading. */
  readonly body: OffsetRange;
  /** Up to the next heading that is not below it. */
  readonly range: OffsetRange;
}

/** A heading of minutes, as far as a record asks for it. */
export type RecordHeading = Pick<Heading, 'depth' | 'text' | 'range'>;

/** A heading with the offsets of its line and of the section that it begins. */
export interface HeadedPart {
  readonly text: string;
  readonly line: OffsetRange;
  /** Up to the next heading. */
  readonly body: OffsetRange;
  /** Up to the next heading that is not below it. */
  readonly section: OffsetRange;
}

/** Returns the headings of a text with what each of them heads. */
export function headedParts(
  text: string,
  headings: readonly RecordHeading[],
): readonly HeadedPart[] {
  const parts: HeadedPart[] = [];
  let next = text.length;
  let ends: readonly SectionEnd[] = [];
  for (const { depth, text: name, range: line } of headings.toReversed()) {
    ends = ends.filter((end) => end.depth <= depth);
    const section = { start: line.end, end: ends.at(-1)?.start ?? text.length };
    parts.push({ text: name, line, body: { start: line.end, end: next }, section });
    ends = [...ends.filter((end) => end.depth < depth), { depth, start: line.start }];
    next = line.start;
  }
  return parts.reverse();
}

/** Where a heading ends the sections before it of its level and below. */
interface SectionEnd {
  readonly depth: number;
  readonly start: number;
}

/** Returns the sections of minutes that the template says keep a record of a kind. */
export function sectionsOfKind(
  kind: RecordKind,
  parts: () => readonly HeadedPart[],
  { recordSections }: Template,
): readonly RecordSection[] {
  const expected = recordSections.filter(({ record }) => record === kind);
  if (expected.length === 0) return [];
  return parts().flatMap(({ text, line, body, section }): RecordSection[] => {
    const own = expected.find((each) => isHeadingOf(text, each));
    return own === undefined ? [] : [{ expected: own, heading: line, body, range: section }];
  });
}

/** Compares names as the matching of headings does: first as they are written, then without ornaments. */
function isHeadingOf(text: string, section: TemplateSection): boolean {
  const key = normalizeText(text);
  if (section.keys.includes(key)) return true;
  if (section.keys.some((name) => key.includes(name))) {
    const loose = looseName(text);
    if ([section.name, ...section.aliases].some((name) => looseName(name) === loose)) return true;
  }
  const open = section.pattern.literal === null ? [section.pattern] : [];
  return [...open, ...section.otherPatterns].some(
    (pattern) => matchPattern(pattern, text) !== null,
  );
}
