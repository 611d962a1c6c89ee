import { ignoreComments, ignoredRange } from '../minutes/ignore-comments.ts';
import type { Section } from '../minutes/outline.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { containsRange, type OffsetRange } from '../text/offset-range.ts';
import type { Finding } from '../rules/finding.ts';

/** Returns the findings without those that a comment of the minutes silences. */
export function withoutIgnored(
  findings: readonly Finding[],
  minutes: Minutes,
  outline: readonly Section[],
): readonly Finding[] {
  const silenced = new Map<string, OffsetRange[]>();
  for (const comment of ignoreComments(minutes)) {
    const range = ignoredRange(comment, minutes, outline);
    if (range === null) continue;
    for (const { id } of comment.rules) silenced.set(id, [...(silenced.get(id) ?? []), range]);
  }
  if (silenced.size === 0) return findings;
  return findings.filter(
    ({ rule, range }) =>
      silenced.get(rule)?.some((outer) => containsRange(outer, { ...range, end: range.start })) !==
      true,
  );
}
