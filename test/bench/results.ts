import type { Editing } from './measure-editing.ts';
import { ours } from './peers.ts';

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
  }[];
}

/** Ratios move by half on a busy machine. */
const noise = 1.5;

/** Returns, as sentences, the ratios to the best peer that are worse than those of earlier results by more than noise. */
export function regressionsIn(results: Results, earlier: string): readonly string[] {
  const before: unknown = JSON.parse(earlier);
  const known = new Map(isResults(before) ? ratiosOf(before) : []);
  return ratiosOf(results).flatMap(([what, ratio]) => {
    const old = known.get(what);
    return old !== undefined && ratio > old * noise
      ? [`${what}: ${ratio.toFixed(2)} of the best peer; it was ${old.toFixed(2)}`]
      : [];
  });
}

/** Returns what is compared with the best peer of its row, as ratios. */
export function ratiosOf({ editing, checking }: Results): readonly (readonly [string, number])[] {
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
  ];
}

/** What is told of editing, with how it is read. */
export const editingFigures: readonly (readonly [string, (editing: Editing) => number | null])[] = [
  ['start to first diagnostics, ms', ({ start }) => start],
  ['open to diagnostics, ms', ({ open }) => open],
  ['typing p50, ms', ({ typing }) => typing?.p50 ?? null],
  ['typing p95, ms', ({ typing }) => typing?.p95 ?? null],
  ['typing p99, ms', ({ typing }) => typing?.p99 ?? null],
  ['pasting p95, ms', ({ pasting }) => pasting?.p95 ?? null],
  ['behind after 100 edits at once, ms', ({ burst }) => burst],
  ['memory, MB', ({ memory }) => memory],
];

function bestOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.min(...values);
}

function isResults(value: unknown): value is Results {
  return typeof value === 'object' && value !== null && 'editing' in value && 'checking' in value;
}
