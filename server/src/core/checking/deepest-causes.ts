import { rangesTouch } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { Finding } from '../rules/finding.ts';

/** Rules that may speak of one spot for one reason, in groups, the deepest cause first. */
const causes: readonly (readonly string[])[] = [
  [
    'unfilled-text',
    'pasted-heading',
    'wrong-heading-level',
    'misspelled-section',
    'malformed-title',
    'malformed-team-heading',
    'malformed-table',
    'duplicate-section',
    'duplicate-team',
    'misplaced-section',
    'misplaced-team',
    'misplaced-horizon',
    'missing-lead',
    'unexpected-section',
    'unknown-horizon',
    'inconsistent-dash',
  ],
  [
    'mojibake',
    'misspelled-section',
    'unexpected-section',
    'unknown-team',
    'inconsistent-team-name',
    'inconsistent-lead-name',
    'stale-lead',
  ],
  ['invalid-date', 'date-mismatch', 'off-schedule'],
  [
    'unfilled-text',
    'detached-row',
    'unparsed-heading',
    'bare-list-marker',
    'pseudo-list-item',
    'flattened-list-item',
    'mixed-list-markers',
    'lazy-continuation',
    'tab-indentation',
    'non-breaking-space',
  ],
];

/** What a heading that is none makes of the outline. */
const symptoms: ReadonlySet<string> = new Set([
  'missing-section',
  'missing-title',
  'missing-team',
  'misspelled-section',
  'misplaced-section',
  'duplicate-section',
  'agenda-mismatch',
  'missing-table',
  'missing-horizon',
]);

/**
 * Returns findings without those on the outline that vanish once lines meant as headings are headings.
 * `checkAfter` returns what is found after some edits, and is called only where there are such lines.
 */
export function withoutSymptoms(
  findings: readonly Finding[],
  checkAfter: (edits: readonly TextEdit[]) => readonly Finding[],
): readonly Finding[] {
  const edits = findings
    .filter(({ rule }) => rule === 'unparsed-heading')
    .flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  if (edits.length === 0) return findings;
  const remaining = new Set(checkAfter(edits).map(keyOf));
  return findings.filter((finding) => !symptoms.has(finding.rule) || remaining.has(keyOf(finding)));
}

function keyOf({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}

/**
 * Returns findings, given in document order, without those whose spot a deeper cause speaks of:
 * where two rules of one group touch, the one that is later in it is silent.
 */
export function deepestCauses(findings: readonly Finding[]): readonly Finding[] {
  const silent = new Set<Finding>();
  let open: Finding[] = [];
  for (const finding of findings) {
    open = open.filter(({ range }) => range.end >= finding.range.start);
    for (const other of open) {
      if (tellsCauseOf(other, finding)) silent.add(finding);
      else if (tellsCauseOf(finding, other)) silent.add(other);
    }
    open.push(finding);
  }
  return findings.filter((finding) => !silent.has(finding));
}

/** Returns whether the first finding says why there is the second. */
export function tellsCauseOf(deeper: Finding, finding: Finding): boolean {
  if (!speakOfSameSpot(deeper, finding)) return false;
  return causes.some((group) => {
    const index = group.indexOf(deeper.rule);
    return index !== -1 && index < group.indexOf(finding.rule);
  });
}

/** A place where something is missing is another spot than the text that it touches. */
function speakOfSameSpot({ range: a }: Finding, { range: b }: Finding): boolean {
  return a.start < a.end && b.start < b.end && rangesTouch(a, b);
}
