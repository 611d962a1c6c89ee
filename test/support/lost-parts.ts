import type { CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import type { FixResult } from '../../server/src/core/checking/fix-minutes.ts';
import { lostWords, missingWords } from './lost-words.ts';

/** What an author writes besides words, each by the pattern of its source. */
const parts: Readonly<Record<string, RegExp>> = {
  address: /\b(?:https?:\/\/|mailto:|www\.)[^\s<>()[\]"]+/g,
  'link title': /\]\([^()\s]+\s+(?:"[^"\n]*"|'[^'\n]*')\)/g,
  image: /!\[[^\]\n]*\]/g,
  emoji: /\p{Extended_Pictographic}/gu,
  'HTML tag': /<\/?[A-Za-z][^<>\n]*>/g,
  footnote: /\[\^[^\]\n]+\]/g,
  emphasis: /\*\*(?=[^*\n]+\*\*)|__(?=[^_\n]+__)/g,
  'check mark': /\[[ xX]\]/g,
};

/** Returns what of the author's safe repair lost, besides the letters of a slip and the marks of a bold line made a heading. */
export function lostParts(
  input: CheckInput,
  result: Pick<FixResult, 'text' | 'fixed'>,
): readonly string[] {
  const words = lostWords(input, result).map((word) => `word “${word}”`);
  const headings = result.fixed.filter(({ rule }) => rule === 'bold-heading').length;
  const others = Object.entries(parts).flatMap(([name, pattern]) =>
    missingWords(matchesOf(pattern, input.minutes.text), matchesOf(pattern, result.text))
      .slice(name === 'emphasis' ? headings : 0)
      .map((lost) => `${name} “${lost}”`),
  );
  return [...words, ...others];
}

function matchesOf(pattern: RegExp, text: string): readonly string[] {
  return text.match(pattern) ?? [];
}
