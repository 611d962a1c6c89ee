import { isUnfilledText } from '../template/unfilled.ts';
import type { Template } from '../template/template.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** A line of an update. */
export interface UpdateLine {
  /** With its line ending. */
  readonly range: OffsetRange;
  readonly text: string;
  /** What the line says, whatever its indentation, marker and last full stop; empty for headings and where it says nothing. */
  readonly said: string;
}

/** Returns the lines of a range of a text, which begins at a line's start. */
export function updateLines(
  text: string,
  { start, end }: OffsetRange,
  template: Template,
): readonly UpdateLine[] {
  const lines: UpdateLine[] = [];
  let offset = start;
  for (const line of text.slice(start, end).split(/(?<=\n|\r(?!\n))/)) {
    const range = { start: offset, end: offset + line.length };
    if (line !== '') lines.push({ range, text: line, said: saidOf(line, template) });
    offset = range.end;
  }
  return lines;
}

const marker = /^\s*(?:(?:[-*+•·§>]|\d+[.)])\s+|\[[ xX]\]\s+)*/;

function saidOf(line: string, template: Template): string {
  if (/^\s*#{1,6}\s/.test(line)) return '';
  const content = line
    .replace(/<!--.*?(?:-->|$)/g, '')
    .replace(marker, '')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(content) || isUnfilledText(content, template)) return '';
  return withoutLastStops(normalizeText(content));
}

function withoutLastStops(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:!'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
