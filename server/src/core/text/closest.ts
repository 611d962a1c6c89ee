import measure from 'damerau-levenshtein';
import { normalizeText } from './normalize-text.ts';

/** Returns the candidate that resembles a text most, or null where none does. */
export function closestTo(text: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestSimilarity = 0;
  for (const candidate of candidates) {
    const similarity = resemblance(text, candidate);
    if (similarity > bestSimilarity) {
      best = candidate;
      bestSimilarity = similarity;
    }
  }
  return bestSimilarity >= resembling ? best : null;
}

/** Returns whether two texts are close enough that one is probably meant to be the other. */
export function resembles(a: string, b: string): boolean {
  return resemblance(a, b) >= resembling;
}

/** Returns how many letters are missing, too many, exchanged or swapped between two texts that resemble each other; null for others. */
export function lettersApart(a: string, b: string): number | null {
  return resembles(a, b) ? measure(words(a), words(b)).steps : null;
}

/** Returns a text without regard to case, white space, punctuation and plural, for comparing. */
export function looseForm(text: string): string {
  return singular(words(text));
}

const resembling = 0.7;

/**
 * Returns 1 for equal texts and 0 for texts with nothing in common, by edits, of which swapped letters are one.
 * Texts whose lengths alone keep them from resembling each other are not compared.
 */
function resemblance(a: string, b: string): number {
  const left = words(a);
  const right = words(b);
  return Math.max(similarity(left, right), similarity(singular(left), singular(right)));
}

function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 0;
  if (longest > 200) return a === b ? 1 : 0;
  if (Math.min(a.length, b.length) < longest * resembling) return 0;
  return measure(a, b).similarity;
}

function words(text: string): string {
  return normalizeText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function singular(text: string): string {
  return text.replace(/(?<=\p{L}{2})ies\b/gu, 'y').replace(/(?<=\p{L}{3})s\b/gu, '');
}
