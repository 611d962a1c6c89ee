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
  /** Real minutes; null where they are not beside the checkout. */
  readonly corpus: {
    readonly count: number;
    readonly seconds: Readonly<Record<string, number>>;
  } | null;
  readonly profiles: Readonly<Record<string, readonly Hot[]>>;
}

/** Ratios of times move by half on a busy machine; what is allocated hardly moves. */
const noise = { ratio: 1.5, allocated: 1.2 };

/** Returns, as sentences, what is worse than in earlier results by more than noise: ratios to the best peer, and what is allocated. */
export function regressionsIn(results: Results, earlier: string): readonly string[] {
  const before: unknown = JSON.parse(earlier);
  if (!isResults(before)) return ['The baseline can’t be read: run the benchmark without --check'];
  return [
    ...worse(ratiosOf(results), ratiosOf(before), noise.ratio),
    ...worse(allocationsOf(results), allocationsOf(before), noise.allocated),
  ];
}

type Figures = readonly (readonly [string, number])[];

function worse(now: Figures, before: Figures, most: number): readonly string[] {
  const known = new Map(before);
  return now.flatMap(([what, value]) => {
    const old = known.get(what);
    return old !== undefined && value > old * most
      ? [`${what}: ${value.toFixed(2)}; it was ${old.toFixed(2)}`]
      : [];
  });
}

function allocationsOf({ inProcess, checking }: Results): Figures {
  const number = (value: unknown): number[] => (typeof value === 'number' ? [value] : []);
  return [
    ...inProcess.flatMap(({ size, allocated }) =>
      number(allocated).map(
        (value) => [`KB for a key, ${String(size)} characters`, value] as const,
      ),
    ),
    ...checking.flatMap(({ count, index }) =>
      number(index.heapPerFile).map(
        (value) => [`bytes a file, ${String(count)} files`, value] as const,
      ),
    ),
  ];
}

/** Returns what is compared with the best peer of its row, as ratios. */
export function ratiosOf({ editing, checking }: Results): Figures {
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
        return mine === null || best === null
          ? []
          : [[`${what}, ${String(size)} characters`, mine / best]];
      }),
    ),
    ...checking.flatMap(({ count, seconds }): [string, number][] => {
      const mine = seconds[ours.check.name];
      const best = bestOf(
        Object.entries(seconds).flatMap(([name, each]) => (name === ours.check.name ? [] : [each])),
      );
      return mine === undefined || best === null
        ? []
        : [[`checking ${String(count)} files`, mine / best]];
    }),
    ...checking.flatMap(({ count, typing: { alone, among } }): [string, number][] =>
      alone === null || among === null
        ? []
        : [[`typing p95 among ${String(count)} files to alone`, among.p95 / alone.p95]],
    ),
  ];
}

/** What is told of editing, with how it is read. */
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
  return typeof value === 'object' && value !== null && 'editing' in value && 'checking' in value;
}
