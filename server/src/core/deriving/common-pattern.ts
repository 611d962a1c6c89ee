import { exceptionsIn } from './exceptions.ts';
import { withDatePlaceholders } from './dates-in-text.ts';

/** What part of the texts a pattern has to say. */
const most = 0.85;

/**
 * Returns the pattern that most of the texts have in common:
 * their words where they are the same, `{date}`, `{number}` or `{text}` where they are not.
 */
export function commonPattern(texts: readonly string[]): string {
  const plain = texts.map(withoutBraces);
  const dated = inOneForm(plain.map((text) => withDatePlaceholders(text)));
  const enough = 1 - exceptionsIn(texts.length, 1 - most) / texts.length;
  return (
    mostFrequent(plain, enough) ??
    mostFrequent(dated, enough) ??
    mostFrequent(dated.map(withNumbers), enough) ??
    aroundText(dated)
  );
}

/** Returns the texts with days in the form without a zero where others have that: two figures look the same in both. */
function inOneForm(texts: readonly string[]): readonly string[] {
  const known = new Set(texts);
  return texts.map((text) => {
    const bare = text.replace(/(?<=\{d[^}]*)\bDD\b/, 'D');
    const both = bare.replace(/(?<=\{d[^}]*)\bMM\b/, 'M');
    return [bare, both].find((each) => each !== text && known.has(each)) ?? text;
  });
}

/** Returns the text with its numbers outside placeholders as `{number}`. */
export function withNumbers(text: string): string {
  return text.replace(/\{[^}]*\}|(?<![\p{L}\d.])\d+(?![\p{L}\d]|\.\d)/gu, (found) =>
    found.startsWith('{') ? found : '{number}',
  );
}

/** Returns the value that at least a part of all are; null where none is. */
export function mostFrequent<Value extends string>(
  values: readonly Value[],
  part: number,
): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] >= values.length * part ? first[0] : null;
}

/** A brace would be read as a placeholder. */
function withoutBraces(text: string): string {
  return text.replace(/[{}\s]+/g, ' ').trim();
}

/** Returns the words that most begin and end with, with `{text}` between. */
function aroundText(texts: readonly string[]): string {
  const words = texts.map((text) => text.match(/(?:\{[^{}]*\}|\S)+/g) ?? []);
  const start = commonWords(words);
  const rest = words
    .filter((own) => start.every((word, index) => own[index] === word))
    .map((own) => own.slice(start.length));
  const end = commonWords(rest.map((own) => own.toReversed())).toReversed();
  const isShort = rest.some((own) => own.length <= end.length);
  return [...start, isShort ? '{text?}' : '{text}', ...end].join(' ');
}

function commonWords(texts: readonly (readonly string[])[]): readonly string[] {
  const words: string[] = [];
  let left = texts;
  for (;;) {
    const next = mostFrequent(
      left.map((own) => own[words.length] ?? ''),
      most,
    );
    if (next === null || next === '') return words;
    left = left.filter((own) => own[words.length] === next);
    if (left.length < texts.length * most) return words;
    words.push(next);
  }
}
