import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffLines } from '../../server/src/core/text/diff-lines.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import { applyEdits, type TextEdit } from '../../server/src/core/text/text-edit.ts';
import { arbitraryText } from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

test('a point leads back to its offset, except for offsets inside a line ending', () => {
  fc.assert(
    fc.property(arbitraryText, fc.nat(250), (text, at) => {
      const lines = createLineIndex(text);
      const offset = Math.min(at, text.length);
      const found = lines.offsetAt(lines.pointAt(offset));
      assert.ok(found === offset || (text[offset - 1] === '\r' && text[offset] === '\n'));
    }),
    { seed, numRuns: 1000 },
  );
});

test('the lines with their endings make the text', () => {
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const lines = createLineIndex(text);
      const contents = Array.from({ length: lines.lineCount }, (_, number) => {
        const { start, end } = lines.lineRange(number + 1);
        return text.slice(start, end);
      });
      assert.deepEqual(contents, text.split(/\r\n|\n|\r/));
    }),
    { seed, numRuns: 1000 },
  );
});

test('edits that do not overlap give the same text together as one by one from the end', () => {
  fc.assert(
    fc.property(
      arbitraryText,
      fc.array(fc.tuple(fc.nat(250), fc.string()), { maxLength: 6 }),
      (text, parts) => {
        const offsets = [...new Set(parts.map(([offset]) => Math.min(offset, text.length)))].sort(
          (a, b) => a - b,
        );
        const edits: TextEdit[] = [];
        for (let index = 0; index + 1 < offsets.length; index += 2) {
          const [start = 0, end = 0] = offsets.slice(index, index + 2);
          edits.push({ range: { start, end }, text: parts[index]?.[1] ?? '' });
        }
        const oneByOne = edits
          .toReversed()
          .reduce(
            (edited, { range, text: inserted }) =>
              edited.slice(0, range.start) + inserted + edited.slice(range.end),
            text,
          );
        assert.equal(applyEdits(text, edits), oneByOne);
        assert.equal(applyEdits(text, edits.toReversed()), oneByOne);
      },
    ),
    { seed, numRuns: 500 },
  );
});

test('edits that overlap or leave the text are refused', () => {
  const edit = (start: number, end: number): TextEdit => ({ range: { start, end }, text: '' });
  assert.throws(() => applyEdits('abcd', [edit(0, 2), edit(1, 3)]), RangeError);
  assert.throws(() => applyEdits('abcd', [edit(3, 5)]), RangeError);
});

test('the difference of two texts turns one into the other', () => {
  fc.assert(
    fc.property(arbitraryText, arbitraryText, (before, after) => {
      assert.equal(applyEdits(before, diffLines(before, after)), after);
    }),
    { seed, numRuns: 500 },
  );
});
