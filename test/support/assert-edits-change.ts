import assert from 'node:assert/strict';
import type { TextEdit } from '../../server/src/core/text/text-edit.ts';

/** Asserts that no edit leaves its range as it was: editors mark what an edit touches, and move cursors there. */
export function assertEditsChange(edits: readonly TextEdit[], text: string): void {
  for (const { range, text: written } of edits) {
    const before = text.slice(range.start, range.end);
    assert.notEqual(written, before, `The edit of ${JSON.stringify(before)} changes nothing`);
  }
}
