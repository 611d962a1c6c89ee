import { endsOpen } from '../markdown/parse-markdown.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { Finding, Fix } from '../rules/finding.ts';

/**
 * Returns the findings without the fixes that put something after a block that is still open
 * at the end of the minutes, such as a fence: it would become part of the block.
 */
export function withEffectiveFixes(
  findings: readonly Finding[],
  { text, markdown }: Minutes,
): readonly Finding[] {
  const writesAtEnd = ({ edits }: Fix): boolean =>
    edits.some((edit) => edit.range.start === text.length && edit.text !== '');
  const inQuestion = findings.some(({ fixes }) => fixes.some(writesAtEnd));
  if (!inQuestion || !endsOpen(markdown)) return findings;
  return findings.map((finding) => ({
    ...finding,
    fixes: finding.fixes.filter((fix) => !writesAtEnd(fix)),
  }));
}
