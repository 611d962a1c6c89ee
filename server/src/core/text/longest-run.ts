/** A run that ends with a value. */
interface Run {
  readonly length: number;
  readonly weight: number;
  readonly index: number;
  readonly before: Run | null;
}

/**
 * Returns the indexes of a longest run of values that never fall,
 * so that what is outside is the fewest that must move; of several, the heaviest run.
 * Takes time for each value by the number of different ones.
 */
export function longestRun(
  values: readonly number[],
  weights: readonly number[] = [],
): ReadonlySet<number> {
  if (values.every((value, index) => value >= (values[index - 1] ?? value))) {
    return new Set(values.keys());
  }
  const best = new Map<number, Run>();
  values.forEach((value, index) => {
    const before = longestOf([...best].flatMap(([other, run]) => (other <= value ? [run] : [])));
    const run = {
      length: (before?.length ?? 0) + 1,
      weight: (before?.weight ?? 0) + (weights[index] ?? 0),
      index,
      before,
    };
    if (isLonger(run, best.get(value) ?? null)) best.set(value, run);
  });
  const indexes = new Set<number>();
  for (let run = longestOf([...best.values()]); run !== null; run = run.before) {
    indexes.add(run.index);
  }
  return indexes;
}

function longestOf(runs: readonly Run[]): Run | null {
  return runs.reduce<Run | null>((longest, run) => (isLonger(run, longest) ? run : longest), null);
}

function isLonger(run: Run, other: Run | null): boolean {
  if (run.length !== other?.length) return run.length > (other?.length ?? 0);
  return run.weight > other.weight;
}
