import type { OffsetRange } from './offset-range.ts';

/** A replacement of a range of a text; an insertion where the range is empty. */
export interface TextEdit {
  readonly range: OffsetRange;
  readonly text: string;
}

/**
 * Returns the text with all edits applied.
 * Every range speaks of the text as given; insertions at one place keep their order.
 * @throws RangeError where two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let end = 0;
  for (const edit of sortEdits(edits)) {
    if (edit.range.start < end || edit.range.end > text.length) {
      throw new RangeError(`Edits overlap or leave the text at offset ${String(edit.range.start)}`);
    }
    result += text.slice(end, edit.range.start) + edit.text;
    end = edit.range.end;
  }
  return result + text.slice(end);
}

/** Returns whether the edits cannot be applied together; insertions at one place can. */
export function editsConflict(a: TextEdit, b: TextEdit): boolean {
  return a.range.start < b.range.end && b.range.start < a.range.end;
}

function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
