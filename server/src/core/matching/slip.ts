import measure from 'damerau-levenshtein';
import { bareWord } from '../text/bare-word.ts';
import { cachedByText } from '../text/cached.ts';
import { evenName, withoutOrnaments } from './loose-name.ts';

/** The one word in which a text differs from the name that was meant. */
export interface Slip {
  readonly written: string;
  readonly meant: string;
  /** Letters that are missing, too many, exchanged or swapped. */
  readonly edits: number;
}

/**
 * Returns how a text is a slip of the pen for a name, or null where it isn't one:
 * one edit in a word of four to seven letters, at most two in a longer one, the first letter kept.
 */
export function slipOf(text: string, name: string): Slip | null {
  const written = wordsOf(text);
  const meant = wordsOf(name);
  if (written.length !== meant.length) return null;
  let slip: Slip | null = null;
  for (const [index, word] of written.entries()) {
    const right = meant[index] ?? '';
    if (evenName(word) === evenName(right)) continue;
    const edits: number | null =
      slip === null ? editsBetween(evenName(word), evenName(right)) : null;
    if (edits === null) return null;
    slip = { written: word, meant: right, edits };
  }
  return slip;
}

function editsBetween(written: string, meant: string): number | null {
  if (isUnsure(written) || isUnsure(meant) || isDayName(written)) return null;
  const length = Array.from(meant).length;
  if (length < 4 || length > longestWord || written.length > longestWord) return null;
  if (Array.from(written)[0] !== Array.from(meant)[0]) return null;
  const allowed = length < 8 ? 1 : 2;
  if (Math.abs(written.length - meant.length) > allowed) return null;
  const { steps } = measure(written, meant);
  return steps <= allowed ? steps : null;
}

const longestWord = 60;

/** Digits, and scripts in which one sign is much of a word. */
const unsure =
  /[\p{N}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function isUnsure(word: string): boolean {
  return !/^[a-z]*$/.test(word) && unsure.test(word);
}

/** Tuesday is not a slip of Thursday. */
function isDayName(word: string): boolean {
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/.test(word);
}

/** Returns the words of a text without the punctuation around each. */
const wordsOf = cachedByText((text): readonly string[] =>
  withoutOrnaments(text)
    .split(/\s+/)
    .map(bareWord)
    .filter((word) => word !== ''),
);
