import { insertBlock } from './insert-block.ts';
import type { OffsetRange } from './offset-range.ts';
import type { TextEdit } from './text-edit.ts';

/** Returns the edits that take whole lines from one place of a text to another, where they may read otherwise. */
export function moveBlock(
  text: string,
  range: OffsetRange,
  offset: number,
  block = text.slice(range.start, range.end),
): readonly TextEdit[] {
  const { edit } = insertBlock(text, offset, block);
  return [edit, removeBlock(text, range)];
}

/** Returns the edit that removes whole lines, with the blank lines before them where nothing follows. */
export function removeBlock(text: string, { start, end }: OffsetRange): TextEdit {
  const last = text.slice(end).trim() === '';
  const blank = last ? (/(?:\r\n|\r|\n)[ \t\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '') : '';
  const kept = /^(?:\r\n|\r|\n)/.exec(blank)?.[0].length ?? 0;
  return { range: { start: start - blank.length + kept, end }, text: '' };
}
