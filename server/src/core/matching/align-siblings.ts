import { assignInAnyOrder } from './assign-in-any-order.ts';
import { costs } from './match-costs.ts';
import { narrowOptions } from './narrow-options.ts';
import type { Expected, Item, Option } from './sibling-items.ts';
import type { Pick } from './sibling-pick.ts';
import { walkInOrder } from './walk-in-order.ts';

/** What an item stands for. */
export interface Choice {
  readonly option: Option;
  readonly kind: 'in order' | 'moved' | 'doubled';
}

/** What each item stands for, null for nothing, and what that costs. */
export interface SiblingAlignment {
  readonly choices: readonly (Choice | null)[];
  readonly cost: number;
}

/**
 * Returns the assignment of least cost of items to the sections that are expected.
 * Of several it takes the one by more definite names, then the one in which less text moves,
 * then that of the earlier lines of the template and the earlier items.
 */
export function alignSiblings(
  all: readonly Item[],
  expected: readonly Expected[],
  anyOrder: boolean,
): SiblingAlignment {
  const items = narrowOptions(all, expected);
  const settled = (picks: readonly (Pick | null)[]): SiblingAlignment => {
    const choices = settle(picks, items, expected);
    return { choices, cost: costOf(choices, items, expected) };
  };
  if (anyOrder) return settled(assignInAnyOrder(items, expected));
  const free = settled(walkInOrder(items, expected, false));
  if (free.cost === 0) return free;
  // One by one, items can leave the section that they name to others of that name; all of them can't.
  const kept = settled(walkInOrder(items, expected, true));
  return kept.cost < free.cost ? kept : free;
}

/** Returns what an assignment costs. */
export function costOf(
  choices: readonly (Choice | null)[],
  items: readonly Item[],
  expected: readonly Expected[],
): number {
  const counts = expected.map(() => 0);
  let cost = 0;
  choices.forEach((choice, index) => {
    if (choice === null) {
      cost += items[index]?.unknown ?? 0;
      return;
    }
    cost += choice.option.cost;
    if (choice.kind === 'moved') cost += costs.moved;
    if (choice.kind === 'doubled') cost += costs.doubled;
    else counts[choice.option.expected] = (counts[choice.option.expected] ?? 0) + 1;
  });
  expected.forEach(({ min, absence }, index) => {
    cost += absence * Math.max(0, min - (counts[index] ?? 0));
  });
  return cost;
}

/** Finds out which items that are out of order fill a place, and which are one too many. */
function settle(
  picks: readonly (Pick | null)[],
  items: readonly Item[],
  expected: readonly Expected[],
): readonly (Choice | null)[] {
  const counts = expected.map(() => 0);
  const take = (option: Option): void => {
    counts[option.expected] = (counts[option.expected] ?? 0) + 1;
  };
  for (const pick of picks) if (pick?.inOrder === true) take(pick.option);
  return picks.map((pick, index): Choice | null => {
    if (pick === null) return null;
    if (pick.inOrder) return { option: pick.option, kind: 'in order' };
    const movable = (items[index]?.options ?? [])
      .filter((option) => option.movable)
      .sort((a, b) => a.cost - b.cost);
    const isBelow = (limit: 'min' | 'max') => (option: Option) =>
      (counts[option.expected] ?? 0) < (expected[option.expected]?.[limit] ?? 0);
    const spare = movable.find(isBelow('max'));
    const isCheaper = spare !== undefined && spare.cost <= pick.option.cost;
    const free = movable.find(isBelow('min')) ?? (isCheaper ? spare : undefined);
    if (free === undefined) return { option: pick.option, kind: 'doubled' };
    take(free);
    return { option: free, kind: 'moved' };
  });
}
