/**
 * Returns the indexes of a longest run of values that never fall,
 * so that what stands outside is the fewest that must move.
 */
export function longestRun(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  values.forEach((value, index) => {
    const length = firstGreater(tails, values, value);
    before[index] = tails[length - 1];
    tails[length] = index;
  });
  const run = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = before[index]) run.add(index);
  return run;
}

/** Finds by bisection the first tail with a value greater than the one given. */
function firstGreater(tails: readonly number[], values: readonly number[], value: number): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[tails[middle] ?? 0] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
