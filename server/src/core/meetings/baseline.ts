import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../minutes/read-minutes.ts';
import { matchTemplate } from '../template/match-template.ts';
import type { Template } from '../template/template.ts';
import { reportedParts, type ReportedPart } from './reported-part.ts';

/** An earlier version of minutes that they are compared with, read once for many comparisons. */
export interface Baseline {
  /** What the version is called: `committed`, or `saved` by another program while a person writes. */
  readonly kind: 'committed' | 'saved';
  readonly minutes: Minutes;
  readonly template: Template;
  readonly parts: readonly ReportedPart[];
  /** All that the version says, line by line. */
  readonly said: ReadonlySet<string>;
}

/** Returns a version's text as a baseline for minutes of the template. */
export function readBaseline(kind: Baseline['kind'], text: string, template: Template): Baseline {
  const minutes = readMinutes(parseMarkdown(text));
  const parts = reportedParts(minutes, matchTemplate(minutes, template), template);
  const said = new Set(parts.flatMap(({ lines }) => lines.map((line) => line.said)));
  return { kind, minutes, template, parts, said };
}
