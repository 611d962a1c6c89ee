/** Returns the lines of a text without their endings; a line ends at `\n`, `\r\n` or a lone `\r`. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** Returns the first line of a text without its ending. */
export function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}

/** Returns the lines of a text with their endings; an empty text has none. */
export function linesWithEndings(text: string): readonly string[] {
  // A look at each `\r` is slow in long texts, which rarely have one.
  if (text.includes('\r')) return text.split(/(?<=\n|\r(?!\n))/);
  const lines: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start) + 1;
    lines.push(end === 0 ? text.slice(start) : text.slice(start, end));
    start = end === 0 ? text.length : end;
  }
  return lines;
}
