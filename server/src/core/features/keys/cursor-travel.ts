import { commonEnd } from '../../text/common-ends.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import type { TextEdit } from '../../text/text-edit.ts';

/**
 * Returns edits that do the same to a text, and after which an editor leaves a cursor by itself:
 * none of them replaces what is at the cursor, or what is unchanged before it.
 *
 * Whoever sets the cursor after an edit sets it too late for someone who types on.
 */
export function editsAroundCursor(
  text: string,
  edit: TextEdit,
  cursor: number,
): readonly TextEdit[] {
  const { range, text: inserted } = edit.range.end <= cursor ? withoutCommonEnd(text, edit) : edit;
  const { start, end } = range;
  const isAtCursor = start <= cursor && cursor <= end && start < end && inserted !== '';
  if (!isAtCursor) return [{ range, text: inserted }];
  const parts: readonly TextEdit[] = [
    { range: { start, end: cursor }, text: '' },
    { range: { start: cursor, end: cursor }, text: inserted },
    { range: { start: cursor, end }, text: '' },
  ];
  return parts.filter((part) => part.text !== '' || part.range.start < part.range.end);
}

/** Returns where an editor's cursor is after edits that were made for it: what is inserted at a cursor takes it along. */
export function cursorAfter(edits: readonly TextEdit[], cursor: number): number {
  return edits.reduce((after, { range, text }) => after + travelOver(range, text, cursor), cursor);
}

function travelOver({ start, end }: OffsetRange, text: string, cursor: number): number {
  if (end <= cursor) return text.length - (end - start);
  return start < cursor ? start - cursor : 0;
}

function withoutCommonEnd(text: string, { range, text: inserted }: TextEdit): TextEdit {
  const replaced = text.slice(range.start, range.end);
  const common = commonEnd(replaced, inserted);
  const halves = /^[\uDC00-\uDFFF]/.test(inserted.slice(inserted.length - common)) ? 1 : 0;
  const kept = common - halves;
  return {
    range: { start: range.start, end: range.end - kept },
    text: inserted.slice(0, inserted.length - kept),
  };
}
