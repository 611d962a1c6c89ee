import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { joinWordings } from '../matching/wording.ts';
import type { Matcher } from '../matching/matcher.ts';
import { reportedParts, type ReportedPart } from './reported-part.ts';

/** An earlier version of minutes that they are compared with, read once for many comparisons. */
export interface Baseline {
  /** What the version is called: `committed`, or `saved` by another program while a person writes. */
  readonly kind: 'committed' | 'saved';
  readonly minutes: Minutes;
  readonly template: Matcher;
  readonly parts: readonly ReportedPart[];
  /** What each part says, by the part's key. */
  readonly wordings: ReadonlyMap<string, string>;
  /** All that the version says, line by line. */
  readonly allWordings: ReadonlySet<string>;
}

/** Returns a version's text as a baseline for minutes of the template. */
export function readBaseline(kind: Baseline['kind'], text: string, template: Matcher): Baseline {
  const minutes = readMinutes(parseMarkdown(text));
  const parts = reportedParts(minutes, template.matchOf(minutes), template);
  const allWordings = new Set(parts.flatMap(({ lines }) => lines().map((line) => line.wording)));
  return { kind, minutes, template, parts, wordings: wordingsByPart(parts), allWordings };
}

/** Returns what each part says, by the part's key. */
export function wordingsByPart(parts: readonly ReportedPart[]): Baseline['wordings'] {
  return new Map(parts.map(({ key, lines }) => [key, joinWordings(lines())]));
}
