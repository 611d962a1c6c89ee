import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { completeMinutes } from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

test('a letter that is typed in a word leaves all pieces of the text but its own', () => {
  const text = fc.constantFrom(...completeMinutes);
  const typing = fc.record({ place: fc.nat(), letters: fc.stringMatching(/^[a-z]{1,5}$/) });
  fc.assert(
    fc.property(text, fc.array(typing, { minLength: 1, maxLength: 5 }), (opened, edits) => {
      let document = parseMarkdown(opened);
      for (const { place, letters } of edits) {
        const words = [...document.text.matchAll(/\b[a-z]{3,}\b/g)].map(({ index }) => index + 1);
        const offset = words[place % words.length];
        assert.ok(offset !== undefined);
        for (const [index, letter] of Array.from(letters).entries()) {
          const before = document;
          const at: number = offset + index;
          const typed = before.text.slice(0, at) + letter + before.text.slice(at);
          document = parseMarkdown(typed, before);
          const kept = new Set(before.pieces.map(({ piece }) => piece));
          const made = document.pieces.filter(({ piece }) => !kept.has(piece));
          assert.equal(made.length, 1, `${letter} at ${String(at)} of ${typed}`);
        }
      }
    }),
    { seed, numRuns: 200 },
  );
});
