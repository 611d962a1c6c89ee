import { costs } from './match-costs.ts';
import { groupNames, type NameGroups } from './name-groups.ts';
import type { Expected, Item, Option } from './sibling-items.ts';
import type { Pick } from './sibling-pick.ts';
import { slotsOf, type Slot } from './sibling-slots.ts';

/** Returns what items stand for by the cheapest way through them, and through the slots in their order; `areKept` as in `groupNames`. */
export function walkInOrder(
  items: readonly Item[],
  expected: readonly Expected[],
  areKept: boolean,
): readonly (Pick | null)[] {
  const slots = slotsOf(expected);
  const groups = groupNames(items, expected, areKept);
  const skips = skipsOf(slots, expected, groups);
  const firstSlot = expected.map((_, index) => slots.findIndex((slot) => slot.expected === index));
  const start: State = { cost: 0, tie: 0, pick: null, before: null };
  let states: readonly (State | null)[] = [start, ...slots.map(() => null)];
  for (const [index, item] of items.entries()) {
    const isDoubled = groups.isDoubled(index);
    const next = states.map((state) => state && passBy(state, item, isDoubled));
    const weight = isDoubled ? 0 : item.weight;
    states.forEach((state, taken) => {
      if (state === null) return;
      for (const option of item.options) {
        if (groups.isNeededElsewhere(index, option.expected)) continue;
        const slot = slotFor(option, taken, slots, firstSlot);
        if (slot === null || isSpare(slots[slot], groups)) continue;
        offer(next, slot + 1, {
          cost: state.cost + (skips[slot] ?? 0) - (skips[Math.min(taken, slot)] ?? 0) + option.cost,
          tie: state.tie + option.rank * rankWeight - (option.movable ? weight : 0),
          pick: { option, inOrder: true },
          before: state,
        });
      }
    });
    states = next;
  }
  return trace(cheapestEnd(states, skips));
}

/** More than the texts of minutes weigh together. */
const rankWeight = 1e9;

/** An item that could stand for a slot is better paired than left over. */
const unknownRank = 5;

/** The cheapest way to get past so many slots, as a chain of what was picked. */
interface State {
  readonly cost: number;
  readonly tie: number;
  readonly pick: Pick | null;
  readonly before: State | null;
}

/** Returns what it costs to leave out the first so many slots. */
function skipsOf(
  slots: readonly Slot[],
  expected: readonly Expected[],
  groups: NameGroups,
): readonly number[] {
  const skips = [0];
  for (const slot of slots) {
    const absence = expected[slot.expected]?.absence ?? 0;
    const cost = slot.required && groups.isWanted(slot.expected) ? absence : 0;
    skips.push((skips.at(-1) ?? 0) + cost);
  }
  return skips;
}

/** An optional place is not taken while a required one of the same name is free. */
function isSpare(slot: Slot | undefined, groups: NameGroups): boolean {
  return slot !== undefined && !slot.required && groups.isSpare(slot.expected);
}

/** Returns the first slot of an option that is still free, or null. */
function slotFor(
  { expected }: Option,
  taken: number,
  slots: readonly Slot[],
  firstSlot: readonly number[],
): number | null {
  const last = slots[taken - 1];
  if (last?.expected === expected && last.loops) return taken - 1;
  const slot = Math.max(firstSlot[expected] ?? -1, taken);
  return slots[slot]?.expected === expected ? slot : null;
}

/**
 * Returns the state after an item that stands for nothing, or for something out of order.
 * Nothing is gained by that: while there is a place of its name, what is wrong below it is wrong all the same.
 */
function passBy(state: State, item: Item, isDoubled: boolean): State {
  const movable = item.options
    .filter((option) => option.movable)
    .sort((a, b) => a.cost - b.cost || a.rank - b.rank)
    .at(isDoubled ? 0 : -1);
  const moved = movable === undefined ? Infinity : costs.moved + movable.cost;
  if (movable === undefined || moved >= item.unknown) {
    const tie = state.tie + (item.options.length > 0 ? unknownRank * rankWeight : 0);
    return { cost: state.cost + item.unknown, tie, pick: null, before: state };
  }
  const pick = { option: movable, inOrder: false };
  const tie = state.tie + movable.rank * rankWeight;
  return { cost: state.cost + moved, tie, pick, before: state };
}

function offer(states: (State | null)[], index: number, state: State): void {
  const other = states[index] ?? null;
  if (other === null || isCheaper(state, other)) states[index] = state;
}

function isCheaper(a: State, b: State): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.tie < b.tie);
}

function cheapestEnd(states: readonly (State | null)[], skips: readonly number[]): State | null {
  const all = skips.at(-1) ?? 0;
  return states.reduce<State | null>((cheapest, state, taken) => {
    if (state === null) return cheapest;
    const whole = { ...state, cost: state.cost + all - (skips[taken] ?? 0) };
    return cheapest === null || isCheaper(whole, cheapest) ? whole : cheapest;
  }, null);
}

function trace(last: State | null): readonly (Pick | null)[] {
  const picks: (Pick | null)[] = [];
  for (let state = last; state !== null && state.before !== null; state = state.before) {
    picks.push(state.pick);
  }
  return picks.reverse();
}
