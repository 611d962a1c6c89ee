import type { Distribution } from './distribution.ts';
import type { Editing } from './measure-editing.ts';
import { ours } from './peers.ts';
import type { Hot } from './profile.ts';

/** All that one run of the benchmark measured. */
export interface Results {
  readonly editing: readonly {
    readonly size: number;
    readonly servers: Readonly<Record<string, Editing>>;
  }[];
  readonly inProcess: readonly Readonly<Record<string, unknown>>[];
  readonly checking: readonly {
    readonly count: number;
    readonly seconds: Readonly<Record<string, number>>;
    readonly index: Readonly<Record<string, unknown>>;
    /** A key in minutes that have their folder for themselves, and among the others once these are read. */
    readonly typing: { readonly alone: Distribution | null; readonly among: Distribution | null };
  }[];
  /** Seconds for checking one file of a series, by the size of each in UTF-16 units. */
  readonly file: readonly {
    readonly size: number;
    readonly of: number;
    readonly seconds: number;
  }[];
  /** Real minutes; null where they are not beside the checkout. */
  readonly corpus: {
    readonly count: number;
    readonly seconds: Readonly<Record<string, number>>;
  } | null;
  /** Millions of instructions; empty where they can't be counted. */
  readonly instructions: Readonly<Record<string, number>>;
  readonly profiles: Readonly<Record<string, readonly Hot[]>>;
}

/** The results of a run that measured nothing. */
export const noResults: Results = {
  editing: [],
  inProcess: [],
  checking: [],
  file: [],
  corpus: null,
  instructions: {},
  profiles: {},
};

/** Returns the results of two runs that measured different parts. */
export function joinResults(one: Results, other: Partial<Results>): Results {
  return {
    ...one,
    ...other,
    instructions: { ...one.instructions, ...other.instructions },
    profiles: { ...one.profiles, ...other.profiles },
  };
}

/** Ratios of times move by half on a busy machine; what is allocated or counted hardly moves. */
const noise = { ratio: 1.5, allocated: 1.2, instructions: 1.1 };

/** Returns, as sentences, what is worse than in earlier results by more than noise: ratios to the best peer, what is allocated, and instructions. */
export function regressionsIn(results: Results, earlier: string): readonly string[] {
  const before: unknown = JSON.parse(earlier);
  if (!isResults(before)) return [unreadable];
  return [
    ...worse(ratiosOf(results), ratiosOf(before), noise.ratio),
    ...worse(allocationsOf(results), allocationsOf(before), noise.allocated),
    ...worse(instructionsOf(results), instructionsOf(before), noise.instructions),
  ];
}

/** Reads results as they were saved; throws an error where they are of another form. */
export function readResults(saved: string): Results {
  const results: unknown = JSON.parse(saved);
  if (isResults(results)) return { ...noResults, ...results };
  throw new Error(unreadable);
}

const unreadable = 'The baseline can’t be read: run the whole benchmark without --check';

type Figures = readonly (readonly [string, number])[];

function worse(now: Figures, before: Figures, most: number): readonly string[] {
  const known = new Map(before);
  return now.flatMap(([what, value]) => {
    const old = known.get(what);
    return old !== undefined && value > old * most
      ? [`${what}: ${ratioText(value)}; it was ${ratioText(old)}`]
      : [];
  });
}

/** Returns a figure as it is reported; without an answer there is none. */
export function ratioText(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : 'none';
}

function allocationsOf({ inProcess, checking }: Results): Figures {
  const number = (value: unknown): number[] => (typeof value === 'number' ? [value] : []);
  return [
    ...inProcess.flatMap(({ size, kind = 'sound', allocated }) =>
      number(allocated).map(
        (value) => [`KB for a key, ${String(size)} characters, ${String(kind)}`, value] as const,
      ),
    ),
    ...checking.flatMap(({ count, index }) =>
      number(index.heapPerFile).map(
        (value) => [`bytes a file, ${String(count)} files`, value] as const,
      ),
    ),
  ];
}

function instructionsOf({ instructions }: Results): Figures {
  return Object.entries(instructions).map(([what, count]) => [
    `millions of instructions, ${what}`,
    count,
  ]);
}

/** Returns what is compared with the best peer of its row, as ratios; infinite where only the peer answered. */
export function ratiosOf({ editing, checking, corpus }: Results): Figures {
  const own = ours.server.name;
  return [
    ...editing.flatMap(({ size, servers }) =>
      editingFigures.flatMap(([what, read]): [string, number][] => {
        const mine = servers[own] === undefined ? null : read(servers[own]);
        const best = bestOf(
          Object.entries(servers).flatMap(([name, each]) =>
            name === own ? [] : (read(each) ?? []),
          ),
        );
        if (best === null || servers[own] === undefined) return [];
        const ratio = mine === null ? Infinity : mine / best;
        return [[`${what}, ${String(size)} characters`, ratio]];
      }),
    ),
    ...[...checking, ...(corpus === null ? [] : [corpus])].flatMap(
      ({ count, seconds }): [string, number][] => {
        const mine = seconds[ours.check.name];
        const best = bestOf(
          Object.entries(seconds).flatMap(([name, each]) =>
            name === ours.check.name ? [] : [each],
          ),
        );
        return mine === undefined || best === null
          ? []
          : [[`checking ${String(count)} files`, mine / best]];
      },
    ),
    ...checking.flatMap(({ count, typing: { alone, among } }): [string, number][] =>
      alone === null || among === null
        ? []
        : [[`typing p95 among ${String(count)} files to alone`, among.p95 / alone.p95]],
    ),
  ];
}

/** What is reported of editing, with how it is read. */
export const editingFigures: readonly (readonly [string, (editing: Editing) => number | null])[] = [
  ['start to first diagnostics, ms', ({ start }) => start],
  ['open to diagnostics, ms', ({ open }) => open],
  ['idle memory, MB', ({ idle }) => idle],
  ['typing p50, ms', ({ typing }) => typing?.p50 ?? null],
  ['typing p95, ms', ({ typing }) => typing?.p95 ?? null],
  ['typing p99, ms', ({ typing }) => typing?.p99 ?? null],
  ['pasting p95, ms', ({ pasting }) => pasting?.p95 ?? null],
  ['behind after 100 edits at once, ms', ({ burst }) => burst],
  ['memory after edits, MB', ({ memory }) => memory],
];

function bestOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values);
}

function isResults(value: unknown): value is Results {
  return (
    typeof value === 'object' && value !== null && 'editing' in value && 'instructions' in value
  );
}
