import type { Finding } from '../rules/finding.ts';
import { createLineIndex } from '../text/line-index.ts';
import type { ProposedMinutes } from './propose-templates.ts';

/** Findings of one rule about one line of the template, in any of the minutes. */
export interface FindingKind {
  /** The latest of them. */
  readonly finding: Finding;
  readonly path: string;
  /** Its place, from 1. */
  readonly line: number;
  readonly column: number;
  /** How many there are besides. */
  readonly more: number;
}

/** Returns the kinds of findings that minutes have, the most frequent first. */
export function kindsOfFindings(minutes: readonly ProposedMinutes[]): readonly FindingKind[] {
  const kinds = new Map<string, FindingKind>();
  for (const { path, text, findings } of minutes.toReversed()) {
    const lines = createLineIndex(text);
    for (const finding of findings) {
      const key = keyOf(finding);
      const known = kinds.get(key);
      const { line, column } = lines.pointAt(finding.range.start);
      kinds.set(
        key,
        known === undefined
          ? { finding, path, line, column, more: 0 }
          : { ...known, more: known.more + 1 },
      );
    }
  }
  return [...kinds.values()].sort((a, b) => b.more - a.more);
}

function keyOf({ rule, related }: Finding): string {
  const place = related.find(({ document }) => document === 'template');
  return `${rule} ${String(place?.range.start ?? '')}`;
}
