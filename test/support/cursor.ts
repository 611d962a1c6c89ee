/**
 * Takes the cursor `<|>` out of a text, or the selection between two of them.
 * @throws Error where there is none, or more than two.
 */
export function takeCursor(marked: string): { text: string; start: number; end: number } {
  const [before, selected, after, ...more] = marked.split('<|>');
  if (before === undefined || selected === undefined || more.length > 0) {
    throw new Error('The text must hold one cursor <|>, or two around a selection');
  }
  const start = before.length;
  return after === undefined
    ? { text: before + selected, start, end: start }
    : { text: before + selected + after, start, end: start + selected.length };
}
