import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { linesWithEndings } from '../text/split-lines.ts';

/** A line of a text with what it says. */
export interface SaidLine {
  /** With its line ending. */
  readonly range: OffsetRange;
  /** What the line says, whatever its indentation, marker and last full stop; empty for headings and where it says nothing. */
  readonly said: string;
}

/** What a text says, line by line. */
export interface SaidText {
  readonly lines: readonly SaidLine[];
  /** Offset after the first line where that says nothing, as a heading does; else 0. */
  readonly bodyStart: number;
  /** Offset after the last line. */
  readonly end: number;
  /** What its lines say, one a line, without those that say nothing. */
  readonly said: string;
}

/** Returns whether a line is as a template leaves it open, by its content without marker, as it is and normalized. */
export type IsOpenLine = (content: string, normalized: string) => boolean;

/** Returns what a text says. */
export function readSaid(text: string, isOpen: IsOpenLine): SaidText {
  const lines = saidLines(text, isOpen);
  const [first] = lines;
  const bodyStart = first?.said === '' ? first.range.end : 0;
  return { lines, bodyStart, end: text.length, said: joinSaid(lines) };
}

/** Returns the lines of a text with what each says; open lines say nothing. */
export function saidLines(text: string, isOpen: IsOpenLine): readonly SaidLine[] {
  let start = 0;
  return linesWithEndings(text).map((line) => {
    const range = { start, end: start + line.length };
    start = range.end;
    return { range, said: saidOf(line, isOpen) };
  });
}

/** Returns what lines say, one a line, without those that say nothing. */
export function joinSaid(lines: readonly SaidLine[]): string {
  return lines.flatMap(({ said }) => (said === '' ? [] : [said])).join('\n');
}

const marker = /^\s*(?:(?:[-*+•·§>]|\d+[.)])\s+|\[[ xX]\]\s+)*/;

/** Returns a line without its markers, comments and the white space around. */
export function lineContent(line: string): string {
  const visible = line.includes('<!--') ? line.replace(/<!--.*?(?:-->|$)/g, '') : line;
  return visible.replace(marker, '').trim();
}

function saidOf(line: string, isOpen: IsOpenLine): string {
  if (line.includes('#') && /^\s*#{1,6}\s/.test(line)) return '';
  const content = lineContent(line);
  if (!/[\p{L}\p{N}]/u.test(content)) return '';
  const said = normalizeText(content);
  return isOpen(content, said) ? '' : withoutLastStops(said);
}

function withoutLastStops(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:!'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
