import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { linesWithEndings } from '../text/split-lines.ts';

/** A line of a text with its wording. */
export interface LineWording {
  /** With its line ending. */
  readonly range: OffsetRange;
  /** What the line says, without indentation, marker and last full stops; empty for headings and open lines. */
  readonly wording: string;
}

/** The wording of a text, line by line. */
export interface TextWording {
  readonly lines: readonly LineWording[];
  /** Offset after the first line where that says nothing, as a heading does; else 0. */
  readonly bodyStart: number;
  /** Offset after the last line. */
  readonly end: number;
  /** The wordings of its lines, one a line, without empty ones. */
  readonly wording: string;
}

/** Returns whether a line is as a template leaves it open, by its content without marker, as it is and normalized. */
export type IsOpenLine = (content: string, normalized: string) => boolean;

/** Returns the wording of a text. */
export function readWording(text: string, isOpen: IsOpenLine): TextWording {
  const lines = lineWordings(text, isOpen);
  const [first] = lines;
  const bodyStart = first?.wording === '' ? first.range.end : 0;
  return { lines, bodyStart, end: text.length, wording: joinWordings(lines) };
}

/** Returns the lines of a text with the wording of each. */
export function lineWordings(text: string, isOpen: IsOpenLine): readonly LineWording[] {
  let start = 0;
  return linesWithEndings(text).map((line) => {
    const range = { start, end: start + line.length };
    start = range.end;
    return { range, wording: wordingOf(line, isOpen) };
  });
}

/** Returns the wordings of lines, one a line, without empty ones. */
export function joinWordings(lines: readonly LineWording[]): string {
  return lines.flatMap(({ wording }) => (wording === '' ? [] : [wording])).join('\n');
}

const marker = /^\s*(?:(?:[-*+•·§>]|\d+[.)])\s+|\[[ xX]\]\s+)*/;

/** Returns a line without its markers, comments and the white space around. */
export function lineContent(line: string): string {
  const visible = line.includes('<!--') ? line.replace(/<!--.*?(?:-->|$)/g, '') : line;
  return visible.replace(marker, '').trim();
}

function wordingOf(line: string, isOpen: IsOpenLine): string {
  if (line.includes('#') && /^\s*#{1,6}\s/.test(line)) return '';
  const content = lineContent(line);
  if (!/[\p{L}\p{N}]/u.test(content)) return '';
  const wording = normalizeText(content);
  return isOpen(content, wording) ? '' : withoutLastStops(wording);
}

function withoutLastStops(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:!'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
