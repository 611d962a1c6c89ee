import { findingKey } from '../../core/checking/finding-key.ts';
import { parseMarkdown } from '../../core/markdown/parse-markdown.ts';
import { readMinutes } from '../../core/minutes/read-minutes.ts';
import { textHash } from '../../core/text/text-hash.ts';
import { cachedByText } from '../../core/text/cached.ts';
import type { PlacedFinding } from './format.ts';

/**
 * Returns what names a finding by its file, rule, headings and text, so that moved lines keep it;
 * equal findings differ by their order.
 */
export function createFingerprints(): (placed: PlacedFinding) => string {
  const seen = new Map<string, number>();
  const minutesOf = cachedByText((text) => readMinutes(parseMarkdown(text)));
  return ({ path, text, finding }) => {
    const key = JSON.stringify([path, ...findingKey(finding, minutesOf(text))]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return textHash(count === 1 ? key : `${key} ${String(count)}`);
  };
}
