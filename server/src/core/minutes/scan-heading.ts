/**
 * Returns the headings of a piece as they are written: none, or the one line that it begins with;
 * null where only parsing tells, for another line may be a heading, too.
 */
export function scanHeadingLines(text: string): readonly string[] | null {
  const line = /^#{1,6}(?=[ \t\r\n]|$)[^\r\n]*/.exec(text)?.[0];
  if (line === undefined) return mayBeHeading.test(`\n${text}`) ? null : [];
  return mayBeHeading.test(text.slice(line.length)) ? null : [line];
}

/** A line with its place in the text. */
interface PlacedLine {
  readonly line: string;
  readonly start: number;
}

/**
 * Returns the headings of a whole text as they are written;
 * null where only parsing tells, for a line may be another heading, or begin what hides one.
 */
export function scanTextHeadings(text: string): readonly PlacedLine[] | null {
  if (/^(?:\uFEFF|---)/.test(text) || mayHideHeading.test(`\n${text}`)) return null;
  const found: PlacedLine[] = [];
  const marker = /(?:^|[\r\n])(#{1,6}(?=[ \t\r\n]|$)[^\r\n]*)/g;
  for (let match = marker.exec(text); match !== null; match = marker.exec(text)) {
    const line = match[1] ?? '';
    found.push({ line, start: marker.lastIndex - line.length });
  }
  return found;
}

/** Returns what a reader sees of a heading's content, or null where only parsing tells, for it has markup. */
export function scanInline(content: string): string | null {
  const shown = /^`([^`\\]+)`$/.exec(content)?.[1] ?? content;
  return isPlain(shown) ? shown.replace(/\s+/g, ' ').trim() : null;
}

/** A line that may be an ATX heading, or one that may underline the line before (CommonMark 4.2, 4.3). */
const mayBeHeading =
  /[\r\n] {0,3}#{1,6}(?:[ \t\r\n]|$)|[^ \t\r\n][ \t]*(?:\r\n|\r|\n) {0,3}(?:=+|-+)[ \t]*(?:[\r\n]|$)/;

/** A line that may begin fenced code or HTML, or be a heading although no marker stands at column 1. */
const mayHideHeading =
  /[\r\n](?: {0,3}(?:`{3}|~{3}|<)| {1,3}#|(?<=[^ \t\r\n][ \t]*(?:\r\n|\r|\n)) {0,3}(?:=+|-+)[ \t]*(?:[\r\n]|$))/;

/** Tells whether a text has neither markup nor what GFM takes for a link. */
function isPlain(text: string): boolean {
  return (
    /^[\p{L}\p{M}\p{N} \t,.;:!?'"’‘“”…()/&+=%$–—-]*$/u.test(text) &&
    !/&[#a-z]|www\.|:\/\//i.test(text)
  );
}
