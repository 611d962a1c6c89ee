import { groupBy } from '../text/group-by.ts';
import type { Finding } from '../rules/finding.ts';
import { missingTitle } from '../rules/missing-title.ts';

/** A section that a finding's safe fix inserts. */
interface InsertedSection {
  readonly finding: Finding;
  readonly offset: number;
  readonly depth: number;
  /** Where the template has it. */
  readonly place: number;
}

/**
 * Returns findings with those that insert sections at one place in the order in which the sections belong there:
 * deeper ones first, for they belong to what is above, then as the template has them.
 */
export function inOrderOfInsertion(findings: readonly Finding[]): readonly Finding[] {
  const inserted = findings.flatMap((finding) => insertedBy(finding) ?? []);
  const byOffset = groupBy(inserted, ({ offset }) => offset);
  const queues = new Map(
    [...byOffset].map(([offset, all]) => [
      offset,
      [...all].sort((a, b) => b.depth - a.depth || a.place - b.place).values(),
    ]),
  );
  return findings.map((finding) => {
    const own = insertedBy(finding);
    return own === null ? finding : (queues.get(own.offset)?.next().value?.finding ?? finding);
  });
}

function insertedBy(finding: Finding): InsertedSection | null {
  const { rule, fixes, related } = finding;
  const [edit, ...others] = fixes.find(({ safe }) => safe)?.edits ?? [];
  const isInsertion = edit !== undefined && edit.range.start === edit.range.end;
  if (!isInsertion || others.length > 0 || rule === missingTitle.id) return null;
  const depth = /^\s*(#{1,6})\s/.exec(edit.text)?.[1]?.length;
  const place = related.find(({ document }) => document === 'template')?.range.start ?? Infinity;
  return depth === undefined ? null : { finding, offset: edit.range.start, depth, place };
}
