import type { OffsetRange } from './offset-range.ts';
import type { TextEdit } from './text-edit.ts';

/** Returns the line ending that a text uses first; `\n` where it has one line. */
export function lineEndingOf(text: string): '\n' | '\r\n' | '\r' {
  const found = /\r\n|\n|\r/.exec(text)?.[0];
  return found === '\r\n' || found === '\r' ? found : '\n';
}

/**
 * Returns the edit that puts lines of Markdown at an offset, with blank lines around them,
 * and the empty range at the end of the last text before it, where a reader is told of it.
 */
export function insertBlock(
  text: string,
  offset: number,
  block: string,
): { edit: TextEdit; anchor: OffsetRange } {
  const eol = lineEndingOf(text);
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  const end = before.trimEnd().length;
  const content = block.trim().replace(/\r\n|\r|\n/g, eol);
  const start = before.replace(/^\uFEFF/, '').trim() === '' ? '' : blankLineAfter(before, eol);
  const rest = after.trim() === '' ? eol : eol + eol;
  const edit = {
    range: { start: offset, end: offset + leading(after) },
    text: start + content + rest,
  };
  return { edit, anchor: { start: end, end } };
}

/** Returns what is missing at the end of a text for the next line to stand behind a blank line. */
function blankLineAfter(before: string, eol: string): string {
  const endings = /(?:[ \t]*(?:\r\n|\r|\n))*$/.exec(before)?.[0].match(/\r\n|\r|\n/g)?.length ?? 0;
  return eol.repeat(Math.max(0, 2 - endings));
}

/** Counts the blank lines that an insertion takes the place of. */
function leading(after: string): number {
  return /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(after)?.[0].length ?? 0;
}
