import type { LineIndex } from './line-index.ts';
import { removeBlock } from './move-block.ts';
import type { OffsetRange } from './offset-range.ts';
import type { TextEdit } from './text-edit.ts';
import { wholeLines } from './whole-lines.ts';

/**
 * Returns the edit that removes the lines of a range, and of the blank lines around them those on one side;
 * `last` says that nothing follows the text.
 */
export function removeLines(
  text: string,
  range: OffsetRange,
  lines: LineIndex,
  last = true,
): TextEdit {
  const { start, end } = wholeLines(range, lines);
  const { line } = lines.pointAt(start);
  const above = line === 1 ? { start, end: start } : lines.lineRange(line - 1);
  const isBelowBlank = text.slice(above.start, above.end).trim() === '';
  const below = isBelowBlank ? /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(end)) : null;
  const removed = { start, end: end + (below?.[0].length ?? 0) };
  return last ? removeBlock(text, removed) : { range: removed, text: '' };
}
