/** Returns a word without the punctuation around it. */
export function bareWord(word: string): string {
  // Expressions of all letters take long to compile, and most words are of ASCII.
  return /^[\0-\x7f]*$/.test(word)
    ? word.replace(/^[^A-Za-z\d]+|[^A-Za-z\d]+$/g, '')
    : word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
}
