/** Returns the offset after the line that holds an offset, and after its ending. */
export function endOfLine(text: string, offset: number): number {
  const ending = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  ending.lastIndex = offset;
  ending.test(text);
  return ending.lastIndex;
}
