/**
 * Returns a quick test that passes every text with one of the words or phrases in any case, and others:
 * expressions that ignore case take ten times as long, and longer to compile.
 */
export function createWordFilter(words: readonly string[]): (text: string) => boolean {
  const needed = words.map((word) => word.toLowerCase().match(/[a-z]+/g) ?? []);
  // Of most texts, one search for the longest parts of all words shows that they have none.
  const any = new RegExp([...new Set(needed.map(longestOf))].join('|'));
  return (text) => {
    const lower = text.toLowerCase();
    return (
      (any.test(lower) && needed.some((parts) => parts.every((part) => lower.includes(part)))) ||
      odd.test(text)
    );
  };
}

function longestOf(parts: readonly string[]): string {
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** The letters beyond ASCII that are one of ASCII in another case. */
const odd = /[\u017f\u212a]/;
