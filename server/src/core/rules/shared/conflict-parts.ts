import { diffArrays } from 'diff';
import { linesWithEndings } from '../../text/split-lines.ts';

/** A section of which both sides of a conflict have a version; empty where a side lacks it. */
export interface ConflictPart {
  /** The heading as it is compared; empty for what precedes the first heading. */
  readonly key: string;
  readonly ours: string;
  readonly base: string;
  readonly theirs: string;
}

/** The texts of a conflict, each of whole lines. */
export type ConflictTexts = Pick<ConflictPart, 'ours' | 'base' | 'theirs'>;

/** Returns the key of a line that begins a section; null for any other line. */
export type SectionKey = (line: string) => string | null;

/** Returns the sections of a conflict in order, those of both sides together. */
export function conflictParts(texts: ConflictTexts, keyOf: SectionKey): readonly ConflictPart[] {
  const ours = splitAtHeadings(texts.ours, keyOf);
  const theirs = splitAtHeadings(texts.theirs, keyOf);
  const base = splitAtHeadings(texts.base, keyOf);
  const parts: { key: string; ours: string; theirs: string }[] = [];
  const changes = diffArrays([...ours], [...theirs], { comparator: (a, b) => a.key === b.key });
  let [ourIndex, theirIndex] = [0, 0];
  for (const { value, added, removed } of changes) {
    for (const { key } of value) {
      const own = added ? undefined : ours[ourIndex++];
      const other = removed ? undefined : theirs[theirIndex++];
      parts.push({ key, ours: own?.text ?? '', theirs: other?.text ?? '' });
    }
  }
  return parts.map((part) => ({
    ...part,
    base: base.find(({ key }) => key === part.key)?.text ?? '',
  }));
}

/** Cuts lines before each that begins a section, except those in fenced code. */
function splitAtHeadings(
  text: string,
  keyOf: SectionKey,
): readonly { readonly key: string; readonly text: string }[] {
  const parts: { key: string; text: string }[] = [];
  let fence: string | null = null;
  for (const line of linesWithEndings(text)) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    const key = fence === null ? keyOf(line) : null;
    if (marker !== null && fence === null) fence = marker;
    else if (marker !== null && fence !== null && marker.startsWith(fence)) fence = null;
    const last = parts.at(-1);
    if (key !== null || last === undefined) {
      parts.push({ key: key ?? '', text: line });
    } else last.text += line;
  }
  return parts;
}
