import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';

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
  /** What its lines say, one a line, without those that say nothing. */
  readonly said: string;
}

/** Returns what a text says; `unfilled` are the normalised texts that say nothing. */
export function readSaid(text: string, unfilled: readonly string[]): SaidText {
  const lines: SaidLine[] = [];
  let offset = 0;
  for (const line of text.split(/(?<=\n|\r(?!\n))/)) {
    const range = { start: offset, end: offset + line.length };
    if (line !== '') lines.push({ range, said: saidOf(line, unfilled) });
    offset = range.end;
  }
  return { lines, said: joinSaid(lines) };
}

/** Returns what lines say, one a line, without those that say nothing. */
export function joinSaid(lines: readonly SaidLine[]): string {
  return lines.flatMap(({ said }) => (said === '' ? [] : [said])).join('\n');
}

const marker = /^\s*(?:(?:[-*+•·§>]|\d+[.)])\s+|\[[ xX]\]\s+)*/;

function saidOf(line: string, unfilled: readonly string[]): string {
  if (/^\s*#{1,6}\s/.test(line)) return '';
  const content = line
    .replace(/<!--.*?(?:-->|$)/g, '')
    .replace(marker, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(content)) return '';
  const said = normalizeText(content);
  return unfilled.includes(said) ? '' : withoutLastStops(said);
}

function withoutLastStops(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:!'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
