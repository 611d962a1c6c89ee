/**
 * Returns the headings of a piece as they are written: none, or the one line that it begins with;
 * null where only parsing can say, for another line may be a heading, too.
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
 * null where only parsing can say, for a line may be another heading, or begin what hides one.
 */
export function scanTextHeadings(text: string): readonly PlacedLine[] | null {
  if (/^(?:\uFEFF|---)/.test(text) || (text.includes('\r') && /\r(?!\n)/.test(text))) return null;
  const found: PlacedLine[] = [];
  for (let start = 0; start < text.length; start = endOfLine(text, start) + 1) {
    const kind = lineKind(text, start);
    if (kind === 'hides') return null;
    if (kind === 'heading') {
      const end = endOfLine(text, start);
      const withoutReturn = text.charCodeAt(end - 1) === codes.return ? end - 1 : end;
      found.push({ line: text.slice(start, withoutReturn), start });
    }
  }
  return found;
}

/** Returns what a reader sees of a heading's content, or null where only parsing can say, for it has markup. */
export function scanInline(content: string): string | null {
  const shown = /^`([^`\\]+)`$/.exec(content)?.[1] ?? content;
  return isPlain(shown) ? shown.replace(/\s+/g, ' ').trim() : null;
}

/** A line that may be an ATX heading, or one that may underline the line before (CommonMark 4.2, 4.3). */
const mayBeHeading =
  /[\r\n] {0,3}#{1,6}(?:[ \t\r\n]|$)|[^ \t\r\n][ \t]*(?:\r\n|\r|\n) {0,3}(?:=+|-+)[ \t]*(?:[\r\n]|$)/;

/** Returns whether a text has neither markup nor what GFM takes for a link. */
function isPlain(text: string): boolean {
  return (
    (/^[A-Za-z\d \t,.;:!?'"()/&+=%$-]*$/.test(text) ||
      /^[\p{L}\p{M}\p{N} \t,.;:!?'"’‘“”…()/&+=%$–—-]*$/u.test(text)) &&
    !/&[#a-z]|www\.|:\/\//i.test(text)
  );
}

const codes = {
  tab: 9,
  return: 13,
  space: 32,
  number: 35,
  hyphen: 45,
  less: 60,
  equals: 61,
  backtick: 96,
  tilde: 126,
} as const;

/**
 * Returns what a line that starts at an offset is to the headings of a text without front matter: one of them,
 * something that may hide some or be one although no marker is at column 1, or neither.
 */
function lineKind(text: string, start: number): 'heading' | 'hides' | 'other' {
  let at = start;
  while (at < start + 3 && text.charCodeAt(at) === codes.space) at++;
  const code = text.charCodeAt(at);
  switch (code) {
    case codes.number:
      if (at > start) return 'hides';
      return isMarkerEnd(text, runEnd(text, at, code), start) ? 'heading' : 'other';
    case codes.less:
      return 'hides';
    case codes.backtick:
    case codes.tilde:
      return runEnd(text, at, code) >= at + 3 ? 'hides' : 'other';
    case codes.hyphen:
    case codes.equals:
      return isBlankFrom(text, runEnd(text, at, code)) && !isBlankBefore(text, start)
        ? 'hides'
        : 'other';
    default:
      return 'other';
  }
}

/** Returns whether one to six number signs from the line's start are the marker of a heading (CommonMark 4.2). */
function isMarkerEnd(text: string, end: number, start: number): boolean {
  const code = text.charCodeAt(end);
  return end - start <= 6 && (code === codes.space || code === codes.tab || isLineEnd(text, end));
}

/** Returns the offset after equal characters. */
function runEnd(text: string, start: number, code: number): number {
  let end = start;
  while (text.charCodeAt(end) === code) end++;
  return end;
}

/** Returns whether only spaces and tabs is between an offset and the end of its line. */
function isBlankFrom(text: string, offset: number): boolean {
  let at = offset;
  while (isSpaceOrTab(text.charCodeAt(at))) at++;
  return isLineEnd(text, at);
}

/** Returns whether the line before the one that starts at an offset is blank, or there is no such line. */
function isBlankBefore(text: string, start: number): boolean {
  let at = text.charCodeAt(start - 2) === codes.return ? start - 3 : start - 2;
  while (isSpaceOrTab(text.charCodeAt(at))) at--;
  return at < 0 || text.charAt(at) === '\n';
}

function isSpaceOrTab(code: number): boolean {
  return code === codes.space || code === codes.tab;
}

function isLineEnd(text: string, offset: number): boolean {
  return offset >= text.length || text.charAt(offset) === '\n' || text.charAt(offset) === '\r';
}

/** Returns the offset of the line feed after an offset, or the text's length. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
