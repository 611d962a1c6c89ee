/** Of so many minutes one may differ: what all others do is the group’s form. */
const fewest = 6;

/** Returns how many of some minutes may differ from what a template says, where a part of them may. */
export function exceptionsIn(all: number, part: number): number {
  return Math.max(all * part, all < fewest ? 0 : 1);
}
