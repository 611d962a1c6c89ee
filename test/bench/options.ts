import { parseArgs } from 'node:util';

/** What can be measured for itself. */
export const parts = ['start', 'editing', 'in-process', 'trees', 'file', 'corpus'] as const;

export type Part = (typeof parts)[number];

/** How the benchmark was called. */
export interface BenchOptions {
  /** Compares with the last results, and writes nothing. */
  readonly check: boolean;
  /** Puts the parts that are measured into the page, beside the others of earlier runs. */
  readonly save: boolean;
  /** Takes fewer samples. */
  readonly quick: boolean;
  /** What is measured; a part alone is printed and not written. */
  readonly parts: readonly Part[];
  readonly isWhole: boolean;
}

/** Reads the benchmark's arguments; throws an error that says which one is unknown. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      check: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
    },
  });
  const { check, save, quick, only } = values;
  return { check, save, quick, parts: (only ?? parts).map(partNamed), isWhole: only === undefined };
}

function partNamed(name: string): Part {
  const part = parts.find((each) => each === name);
  if (part === undefined) {
    throw new Error(`Unknown part '${name}' behind --only: it is one of ${parts.join(', ')}`);
  }
  return part;
}
