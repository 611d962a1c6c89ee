import type { CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import type { FixResult } from '../../server/src/core/checking/fix-minutes.ts';

/** Rules whose safe fix writes words again; those that it replaces are in the finding's message. */
const rewriting: ReadonlySet<string> = new Set(['misspelled-section', 'unknown-team', 'mojibake']);

/** Returns the words of minutes that the repaired text lacks when both are read in order, but for those that a repair is about. */
export function lostWords(
  { minutes }: CheckInput,
  { text, fixed }: Pick<FixResult, 'text' | 'fixed'>,
): readonly string[] {
  const rewritten = fixed
    .filter(({ rule }) => rewriting.has(rule))
    .flatMap(({ message }) => wordsOf(message));
  const kept = wordsOf(minutes.text).filter((word) => !rewritten.includes(word));
  return missingWords(kept, wordsOf(text));
}

/** An `o` at the start of a line is the marker of a pseudo list item. */
function wordsOf(text: string): readonly string[] {
  return text.replace(/(?<![^\r\n])[ \t]*o[ \t\u00a0]+/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Returns the words that others lack when both are read in order. */
export function missingWords(
  words: readonly string[],
  later: readonly string[],
): readonly string[] {
  let from = 0;
  return words.filter((word) => {
    const found = later.indexOf(word, from);
    if (found === -1) return true;
    from = found + 1;
    return false;
  });
}
