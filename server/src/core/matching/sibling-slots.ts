import type { Expected } from './sibling-items.ts';

/** One place among siblings: of a section that repeats, one repetition. */
export interface Slot {
  /** The index of its section among the expected. */
  readonly expected: number;
  readonly required: boolean;
  /** Takes any number of items. */
  readonly loops: boolean;
}

/** The most repetitions that are distinguished. */
const most = 40;

/** Returns the places of expected siblings in their order, the required ones of each section first. */
export function slotsOf(expected: readonly Expected[]): readonly Slot[] {
  return expected.flatMap(({ min, max }, index): Slot[] => {
    const slots = (count: number, required: boolean): Slot[] =>
      Array.from({ length: count }, () => ({ expected: index, required, loops: false }));
    const required = slots(Math.min(min, most), true);
    if (max > most) return [...required, { expected: index, required: false, loops: true }];
    return [...required, ...slots(max - required.length, false)];
  });
}
