import { normalizeText } from '../text/normalize-text.ts';
import { textHash } from '../text/text-hash.ts';
import type { UpdateLine } from './update-lines.ts';

/** Someone's word that a text of a part was removed on purpose. */
export interface Removal {
  /** The team's name or the section's heading. */
  readonly part: string;
  /** Hash of the removed text; null for whatever was removed from the part. */
  readonly text: string | null;
}

/** Returns the hash by which a removed text is known. */
export function removedTextHash(lines: readonly UpdateLine[]): string {
  return textHash(lines.map(({ wording }) => wording).join('\n'));
}

/** Returns whether someone said that a text was removed from a part on purpose. */
export function isMeant(removals: readonly Removal[], part: string, text: string): boolean {
  return removals.some(
    (removal) =>
      normalizeText(removal.part) === normalizeText(part) &&
      (removal.text === null || removal.text === text),
  );
}
