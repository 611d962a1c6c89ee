import { rangesTouch } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { Finding } from '../rules/finding.ts';
import { unparsedHeading } from '../rules/unparsed-heading.ts';
import { traitsOf } from './registry.ts';

/**
 * Returns findings without those that vanish once lines meant as headings are headings, of rules that yield to these.
 * `checkAfter` returns what is found after some edits, and is called only where there are such lines and such findings.
 */
export function withoutSymptoms(
  findings: readonly Finding[],
  checkAfter: (edits: readonly TextEdit[]) => readonly Finding[],
): readonly Finding[] {
  const edits = findings
    .filter(({ rule }) => rule === unparsedHeading.id)
    .flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  const mayVanish = findings.some((finding) => yieldsTo(finding, unparsedHeading.id));
  if (edits.length === 0 || !mayVanish) return findings;
  const remaining = new Set(checkAfter(edits).map(keyOf));
  return findings.filter(
    (finding) => !yieldsTo(finding, unparsedHeading.id) || remaining.has(keyOf(finding)),
  );
}

function keyOf({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}

/** Returns findings, given in document order, without those that another finding in the same place explains. */
export function deepestCauses(findings: readonly Finding[]): readonly Finding[] {
  const silent = new Set<Finding>();
  let open: Finding[] = [];
  for (const finding of findings) {
    open = open.filter(({ range }) => range.end >= finding.range.start);
    for (const other of open) {
      if (explains(other, finding)) silent.add(finding);
      else if (explains(finding, other)) silent.add(other);
    }
    open.push(finding);
  }
  return findings.filter((finding) => !silent.has(finding));
}

/** Returns whether the first finding explains the second: both are in one place, and the second's rule yields. */
export function explains(cause: Finding, finding: Finding): boolean {
  return yieldsTo(finding, cause.rule) && areInOnePlace(cause, finding);
}

function yieldsTo(finding: Finding, rule: string): boolean {
  return traitsOf(finding).yieldsTo?.includes(rule) === true;
}

/** A place where something is missing is another one than the text that it touches. */
function areInOnePlace({ range: a }: Finding, { range: b }: Finding): boolean {
  return a.start < a.end && b.start < b.end && rangesTouch(a, b);
}
