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

/** Sections with unlike names, of which some repeat, and headings of these names, slips of them, and any text. */
const arbitraryCase = fc
  .record({
    limits: fc.array(fc.constantFrom([1, 1], [1, 1], [0, 1], [1, Infinity], [0, 2]), {
      minLength: 1,
      maxLength: 4,
    }),
    free: fc.boolean(),
    headings: fc.array(
      fc.record({ name: fc.nat(4), kind: fc.constantFrom('name', 'name', 'slip', 'text') }),
      {
        maxLength: 8,
      },
    ),
    anyOrder: fc.boolean(),
  })
  .map(({ limits, free, headings, anyOrder }) => {
    const named = limits.map(([min = 0, max = 0]): Expected => ({ min, max, absence: 4 }));
    const expected = free ? [...named, { min: 1, max: 1, absence: 4 }] : named;
    const items = headings.map(({ name, kind }): Item => {
      const at = name % named.length;
      const any: Option[] = free
        ? [{ expected: named.length, cost: 0, rank: 4, movable: false }]
        : [];
      if (kind === 'name') {
        return {
          options: [{ expected: at, cost: 0, rank: 0, movable: true }],
          unknown: Infinity,
          weight: 1,
        };
      }
      const slip: Option = { expected: at, cost: 1, rank: 0, movable: false };
      return kind === 'slip' && (named[at]?.min ?? 0) > 0
        ? { options: [...any, slip], unknown: free ? 0 : 2, weight: 1 }
        : { options: any, unknown: 0, weight: 1 };
    });
    return { items, expected, anyOrder };
  });

test('siblings are aligned as cheaply as the best of all assignments', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ items, expected, anyOrder }) => {
      const found = alignSiblings(items, expected, anyOrder);
      assert.equal(found.cost, cheapest(items, expected, anyOrder));
      assert.equal(costOf(found.choices, items, expected), found.cost);
    }),
    { seed, numRuns: 400 },
  );
});

/** Tries all assignments. */
function cheapest(
  items: readonly Item[],
  expected: readonly Expected[],
  anyOrder: boolean,
): number {
  const tried = (
    choices: readonly (Choice | null)[],
    last: number,
    counts: readonly number[],
  ): number => {
    const item = items[choices.length];
    if (item === undefined) return costOf(choices, items, expected);
    const costs = [item.unknown < Infinity ? tried([...choices, null], last, counts) : Infinity];
    for (const option of item.options) {
      const at = option.expected;
      const isFree = (counts[at] ?? 0) < (expected[at]?.max ?? 0);
      const more = counts.map((count, index) => count + (index === at ? 1 : 0));
      if (isFree && (anyOrder || at >= last)) {
        costs.push(tried([...choices, { option, kind: 'in order' }], Math.max(last, at), more));
      }
      if (!option.movable) continue;
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
