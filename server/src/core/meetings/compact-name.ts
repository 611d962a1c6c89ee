import { normalizeText } from '../text/normalize-text.ts';

/** Returns a name's letters and digits alone, so that `GrootFS` and `Groot fs` are one name. */
export function compactName(name: string): string {
  return compactKey(normalizeText(name));
}

/** Returns the letters and digits of a normalized name. */
export function compactKey(key: string): string {
  return /^[a-z0-9]*$/.test(key) ? key : key.replace(/[^\p{L}\p{N}]/gu, '');
}
