import { normalizeText } from '../text/normalize-text.ts';

/** Returns a name's letters and digits alone, so that `GrootFS` and `Groot fs` are one name. */
export function compactName(name: string): string {
  return normalizeText(name).replace(/[^\p{L}\p{N}]/gu, '');
}
