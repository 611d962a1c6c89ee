import type { Expected, Item, Option } from './sibling-items.ts';
import { slotsOf, type Slot } from './sibling-slots.ts';
import type { Pick } from './sibling-pick.ts';

/** Returns what items stand for where their order doesn't matter: as many required sections as can be, then all others. */
export function assignInAnyOrder(
  items: readonly Item[],
  expected: readonly Expected[],
): readonly (Pick | null)[] {
  const slots = slotsOf(expected);
  const taken = new Map<Slot, number>();
  const optionFor = (item: number, slot: Slot): Option | undefined =>
    items[item]?.options.find((option) => option.expected === slot.expected);
  const applicants = (slot: Slot): readonly number[] =>
    [...items.keys()]
      .filter((item) => optionFor(item, slot) !== undefined)
      .sort((a, b) => byFitness(a, b, slot));
  const byFitness = (a: number, b: number, slot: Slot): number =>
    (optionFor(a, slot)?.cost ?? 0) - (optionFor(b, slot)?.cost ?? 0) ||
    bestRank(items[b]) - bestRank(items[a]);
  const slotOf = (item: number): Slot | undefined =>
    [...taken].find(([, taker]) => taker === item)?.[0];

  /** Gives a slot to an item, which may have to give up another slot for it. */
  const fill = (slot: Slot, asked: Set<number>): boolean =>
    applicants(slot).some((item) => {
      if (asked.has(item)) return false;
      asked.add(item);
      const other = slotOf(item);
      if (other !== undefined && !fill(other, asked)) return false;
      taken.set(slot, item);
      return true;
    });
  const leastCost = (slot: Slot): number => {
    const [first] = applicants(slot);
    return first === undefined ? Infinity : (optionFor(first, slot)?.cost ?? 0);
  };
  const required = slots.filter((slot) => slot.required);
  for (const slot of required.sort((a, b) => leastCost(a) - leastCost(b))) fill(slot, new Set());

  return items.map((item, index): Pick | null => {
    const own = slotOf(index);
    const settled = own && optionFor(index, own);
    if (settled !== undefined) return { option: settled, inOrder: true };
    const free = [...item.options]
      .sort((a, b) => a.cost - b.cost || a.rank - b.rank)
      .flatMap((option) => {
        const slot = slots.find(
          (each) =>
            each.expected === option.expected && !each.required && (each.loops || !taken.has(each)),
        );
        return slot === undefined || option.cost > item.unknown ? [] : [{ option, slot }];
      })[0];
    if (free !== undefined) {
      if (!free.slot.loops) taken.set(free.slot, index);
      return { option: free.option, inOrder: true };
    }
    const movable = item.options.find((option) => option.movable);
    return movable === undefined || item.unknown < Infinity
      ? null
      : { option: movable, inOrder: false };
  });
}

function bestRank(item: Item | undefined): number {
  return Math.min(...(item?.options ?? []).map(({ rank }) => rank));
}
