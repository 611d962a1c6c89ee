/** Returns the offset behind the line that holds an offset, and behind its ending. */
export function endOfLine(text: string, offset: number): number {
  const ending = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
  ending.lastIndex = offset;
  ending.test(text);
  return ending.lastIndex;
}
