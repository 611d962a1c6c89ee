import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffLines } from '../../server/src/core/text/diff-lines.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';

const texts = fc
  .array(fc.constantFrom('# a', 'b', '', '- c', '\n', '\r\n', '\r'), { maxLength: 20 })
  .map((pieces) => pieces.join(''));

test('the edits between two texts turn one into the other, line by line', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const edits = diffLines(before, after);
      assert.equal(applyEdits(before, edits), after);
      assert.equal(edits.length === 0, before === after);
    }),
  );
});
