/** Returns how many code units two texts have in common at their start. */
export function commonStart(a: string, b: string): number {
  return longestEqual(a, b, (text, from, to) => text.slice(from, to));
}

/** Returns how many code units two texts have in common at their end. */
export function commonEnd(a: string, b: string): number {
  return longestEqual(a, b, (text, from, to) => text.slice(text.length - to, text.length - from));
}

/** Halves what is in question: comparing slices takes a thirtieth of the time of comparing code units. */
function longestEqual(
  a: string,
  b: string,
  part: (text: string, from: number, to: number) => string,
): number {
  let equal = 0;
  let different = Math.min(a.length, b.length) + 1;
  while (different - equal > 1) {
    const middle = (equal + different) >> 1;
    if (part(a, equal, middle) === part(b, equal, middle)) equal = middle;
    else different = middle;
  }
  return equal;
}
