import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryPair, pairOf, type LawPair } from './law-pairs.ts';
import { laws } from './laws.ts';
import { runs } from './seed.ts';

/** `MINUTES_SOAK=10000` tries as many pairs of templates and minutes. */
const count = Number(process.env.MINUTES_SOAK ?? '300');

test('a filled template has no finding', () => {
  tryPairs(laws.filled);
});

test('a meeting that was not held lacks nothing, and nothing is inserted', () => {
  tryPairs(laws.cancelled);
});

test('what is broken once is found once, and its repair leaves nothing', () => {
  tryPairs(laws.brokenOnce);
});

test('safe repair ends in two passes, makes nothing worse and loses nothing', () => {
  tryPairs(laws.repaired);
});

function tryPairs(assertLaw: (pair: LawPair) => void): void {
  fc.assert(
    fc.property(arbitraryPair, (each) => {
      assertLaw(pairOf(each));
    }),
    runs(count),
  );
}
