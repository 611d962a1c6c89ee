import { isEmptySection } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { Finding } from '../rules/finding.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { unfilledRanges } from './semantic-tokens.ts';

/** Returns where minutes are still to be written, in order: unfilled texts, and empty ranges below headings with nothing. */
export function unfilledPlaces(
  minutes: Minutes,
  template: Matcher,
  findings: readonly Finding[],
): readonly OffsetRange[] {
  const { sections, teams } = template.matchOf(minutes);
  const leaves = [...sections, ...teams].filter(
    ({ section, expected }) => section.children.length === 0 && expected.kind !== 'title',
  );
  const empty = leaves.flatMap(({ section }): OffsetRange[] => {
    if (!isEmptySection(section, minutes.text)) return [];
    const below = placeBelow(minutes.text, section.heading.range.end, section.range.end);
    return [{ start: below, end: below }];
  });
  return [...unfilledRanges(findings), ...empty].sort((a, b) => a.start - b.start);
}

/** Returns the offset of the second line below a heading, as far as there is one, else of its end. */
function placeBelow(text: string, start: number, end: number): number {
  const lines = /^[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n)(?=[ \t]*(?:\r\n|\r|\n)))?/.exec(
    text.slice(start, end),
  );
  return lines === null ? start : start + lines[0].length;
}
