import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  alignSiblings,
  costOf,
  type Choice,
} from '../../server/src/core/matching/align-siblings.ts';
import type { Expected, Item, Option } from '../../server/src/core/matching/sibling-items.ts';
import { seed } from './seed.ts';

/**
 * Sections of which some repeat and the first two may have one name, and headings of these names, at most two of the shared one, slips of the others, and any text;
 * below a heading of a name that two have, what is wrong depends on which of them it is, and it may fit any text, too.
 */
const arbitraryCase = fc
  .record({
    limits: fc.array(fc.constantFrom([1, 1], [1, 1], [0, 1], [1, Infinity], [0, 2]), {
      minLength: 1,
      maxLength: 4,
    }),
    free: fc.boolean(),
    headings: fc.array(
      fc.record({
        name: fc.nat(4),
        kind: fc.constantFrom('name', 'name', 'slip', 'text'),
        below: fc.tuple(fc.constantFrom(0, 4), fc.constantFrom(0, 4)),
      }),
      {
        maxLength: 8,
      },
    ),
    anyOrder: fc.boolean(),
    equal: fc.boolean(),
  })
  .map(({ limits, free, headings, anyOrder, equal }) => {
    const named = limits.map(([min = 0, max = 0]): Expected => ({ min, max, absence: 4 }));
    const expected = free ? [...named, { min: 1, max: 1, absence: 4 }] : named;
    // The template language refuses equal names in any order, and where they repeat.
    const areOnce = named.length > 1 && named.slice(0, 2).every(({ min, max }) => min * max === 1);
    const isShared = (at: number): boolean => equal && !anyOrder && areOnce && at < 2;
    let sharing = 0;
    const items = headings.map(({ name, kind, below }): Item => {
      const at = name % named.length;
      const any: Option[] = free
        ? [{ expected: named.length, cost: 0, rank: 4, movable: false }]
        : [];
      if (kind === 'name' && isShared(at) && ++sharing <= 2) {
        const own = below.map((cost, index): Option => ({
          expected: index,
          cost,
          rank: 2,
          movable: true,
        }));
        const fitting = any.map((option) => ({ ...option, cost: Math.min(...below) }));
        return { options: [...own, ...fitting], unknown: Infinity, weight: 1 };
      }
      if (kind === 'name' && !isShared(at)) {
        return {
          options: [{ expected: at, cost: 0, rank: 0, movable: true }],
          unknown: Infinity,
          weight: 1,
        };
      }
      const slip: Option = { expected: at, cost: 1, rank: 0, movable: false };
      return kind === 'slip' && !isShared(at) && (named[at]?.min ?? 0) > 0
        ? { options: [...any, slip], unknown: free ? 0 : 2, weight: 1 }
        : { options: any, unknown: 0, weight: 1 };
    });
    return { items, expected, anyOrder };
  });

test('siblings are aligned as cheaply as the best of all assignments', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ items, expected, anyOrder }) => {
      const found = alignSiblings(items, expected, anyOrder);
      // Of a name that two sections have, what is wrong below counts wherever an item goes, unless two change places.
      assert.ok(found.cost >= cheapest(items, expected, { anyOrder, moves: 'any' }));
      assert.ok(found.cost <= cheapest(items, expected, { anyOrder, moves: 'worst' }));
      assert.equal(costOf(found.choices, items, expected), found.cost);
    }),
    { seed, numRuns: 2000 },
  );
});

interface Way {
  readonly anyOrder: boolean;
  /** What an item out of order may stand for: any section of its name, or only the one that costs most. */
  readonly moves: 'any' | 'worst';
}

/** Tries all assignments; an item with a name is a section of that name. */
function cheapest(
  items: readonly Item[],
  expected: readonly Expected[],
  { anyOrder, moves }: Way,
): number {
  const tried = (
    choices: readonly (Choice | null)[],
    last: number,
    counts: readonly number[],
  ): number => {
    const item = items[choices.length];
    if (item === undefined) return costOf(choices, items, expected);
    const costs = [item.unknown < Infinity ? tried([...choices, null], last, counts) : Infinity];
    const isNamed = item.unknown === Infinity;
    for (const option of item.options.filter(({ movable }) => movable || !isNamed)) {
      const at = option.expected;
      const isFree = (counts[at] ?? 0) < (expected[at]?.max ?? 0);
      const more = counts.map((count, index) => count + (index === at ? 1 : 0));
      if (isFree && (anyOrder || at >= last)) {
        costs.push(tried([...choices, { option, kind: 'in order' }], Math.max(last, at), more));
      }
      const isWorst = item.options.every(({ cost, movable }) => !movable || cost <= option.cost);
      if (!option.movable || (moves === 'worst' && !isWorst)) continue;
      if (isFree) costs.push(tried([...choices, { option, kind: 'moved' }], last, more));
      costs.push(tried([...choices, { option, kind: 'doubled' }], last, counts));
    }
    return Math.min(...costs);
  };
  return tried(
    [],
    0,
    expected.map(() => 0),
  );
}
