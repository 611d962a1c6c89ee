/** A line of a text, without its line ending. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the line that holds an offset. */
export function lineAt(text: string, offset: number): Line {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  const end = offset + text.slice(offset).search(/[\r\n]|$/);
  return { text: text.slice(start, end), start, end };
}

/** Returns the line before another, or null. */
export function lineBefore(text: string, { start }: Line): Line | null {
  if (start === 0) return null;
  const crlf = text.startsWith('\r\n', start - 2);
  return lineAt(text, start - (crlf ? 2 : 1));
}

/** Returns the line after another, or null. */
export function lineAfter(text: string, { end }: Line): Line | null {
  if (end >= text.length) return null;
  return lineAt(text, end + (text.startsWith('\r\n', end) ? 2 : 1));
}

/** Returns the line that holds an offset, and as many lines before and after it as all pass a test. */
export function linesAround(
  text: string,
  offset: number,
  passes: (line: string) => boolean,
): { before: readonly Line[]; line: Line; after: readonly Line[] } {
  const line = lineAt(text, offset);
  const before: Line[] = [];
  for (
    let each = lineBefore(text, line);
    each !== null && passes(each.text);
    each = lineBefore(text, each)
  ) {
    before.unshift(each);
  }
  const after: Line[] = [];
  for (
    let each = lineAfter(text, line);
    each !== null && passes(each.text);
    each = lineAfter(text, each)
  ) {
    after.push(each);
  }
  return { before, line, after };
}
