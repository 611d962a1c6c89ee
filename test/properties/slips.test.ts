import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slipOf } from '../../server/src/core/matching/slip.ts';
import { runs } from './seed.ts';

const letters = Array.from('abcdefgilmnorstuäéжи');
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 11 })
  .map((parts) => parts.join(''));
const number = fc.constantFrom('2025', 'q2', 'v3', '7');
const name = fc.array(fc.oneof({ weight: 8, arbitrary: word }, number), {
  minLength: 1,
  maxLength: 3,
});

/** Any text, or the name with a few letters changed, so that many are slips and many nearly so. */
const written = (words: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    name,
    fc
      .tuple(
        fc.nat(words.length - 1),
        fc.array(fc.tuple(fc.nat(3), fc.nat(11), fc.constantFrom(...letters)), {
          minLength: 1,
          maxLength: 3,
        }),
      )
      .map(([index, edits]) =>
        words.map((each, at) =>
          at === index
            ? edits.reduce((text, [kind, place, letter]) => edited(text, kind, place, letter), each)
            : each,
        ),
      ),
  );

const texts = name.chain((words) => fc.tuple(fc.constant(words), written(words)));

test('a slip is small: as many words, one of them nearly right, its first letter kept, and no digit in it', () => {
  fc.assert(
    fc.property(texts, ([meant, typed]) => {
      const slip = slipOf(typed.join(' '), meant.join(' '));
      const different = meant.flatMap((each, index) =>
        each === typed[index] ? [] : [{ right: each, wrong: typed[index] ?? '' }],
      );
      const [only, ...others] = different;
      const isOneWord = typed.length === meant.length && only !== undefined && others.length === 0;
      const about = JSON.stringify([meant, typed, slip]);
      if (slip !== null) assert.ok(isOneWord && isNear(only.wrong, only.right, null), about);
      // Of two edits that overlap, some count as three.
      if (isOneWord && isNear(only.wrong, only.right, 1)) assert.ok(slip !== null, about);
    }),
    runs(2000),
  );
});

/** Tells whether a word is a slip of another, within so many edits or as many as its length allows. */
function isNear(wrong: string, right: string, edits: number | null): boolean {
  if (right.length < 4 || /\d/.test(wrong + right) || !wrong.startsWith(right.charAt(0)))
    return false;
  return reaches(wrong, right, edits ?? (right.length < 8 ? 1 : 2));
}

/** Tells by trying whether so many edits make one word of another. */
function reaches(from: string, to: string, edits: number): boolean {
  if (from === to) return true;
  if (edits === 0 || Math.abs(from.length - to.length) > edits) return false;
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  // The first letters that agree can stay, but for one that a swap or a removal may reach back to.
  return [Math.max(0, same - 1), same].some((place) =>
    [
      from.slice(0, place) + from.slice(place + 1),
      from.slice(0, place) + (to[place] ?? '') + from.slice(place),
      from.slice(0, place) + (to[place] ?? '') + from.slice(place + 1),
      from.slice(0, place) + (from[place + 1] ?? '') + (from[place] ?? '') + from.slice(place + 2),
    ].some((next) => reaches(next, to, edits - 1)),
  );
}

/** Returns a word with a letter put in, exchanged or left out, or two letters swapped. */
function edited(text: string, kind: number, place: number, letter: string): string {
  const at = place % Math.max(1, text.length);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (kind) {
    case 0:
      return before + letter + after;
    case 1:
      return before + letter + after.slice(1);
    case 2:
      return before + after.slice(1);
    default:
      return before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2);
  }
}
