import { insertBlock, lineEndingOf } from '../text/insert-block.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** Returns the edit that adds an action, as other minutes write it, at the end of a section's text. */
export function carryOver(text: string, body: OffsetRange, source: string): TextEdit {
  const own = text.slice(body.start, body.end);
  if (!/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/m.test(own)) {
    return insertBlock(text, body.end, source).edit;
  }
  const end = body.start + own.trimEnd().length;
  const eol = lineEndingOf(text);
  return { range: { start: end, end }, text: eol + source.replace(/\r\n|\r|\n/g, eol) };
}
