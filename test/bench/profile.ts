import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A function with its own share of the time, from 0 to 1. */
export interface Hot {
  readonly name: string;
  readonly share: number;
}

/** Returns the functions that took most time below a function, by the V8 profile that lies in a folder. */
export function hottestIn(folder: string, below: string): readonly Hot[] {
  const [path] = globSync('*.cpuprofile', { cwd: folder });
  if (path === undefined) return [];
  const profile: unknown = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  return isProfile(profile) ? hottest(profile, below) : [];
}

/** What is read of V8's format. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

function isProfile(value: unknown): value is Profile {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'samples' in value;
}

function hottest({ nodes, samples, timeDeltas }: Profile, below: string): readonly Hot[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const counted = new Set<number>();
  const count = (id: number): void => {
    counted.add(id);
    byId.get(id)?.children?.forEach(count);
  };
  for (const { id, callFrame } of nodes) if (callFrame.functionName === below) count(id);
  const times = new Map<string, number>();
  let total = 0;
  samples.forEach((id, index) => {
    const frame = byId.get(id)?.callFrame;
    const collects = frame?.functionName === '(garbage collector)';
    if (frame === undefined || !(collects || counted.has(id))) return;
    const file = frame.url.slice(frame.url.lastIndexOf('/') + 1);
    const name = collects ? 'garbage collection' : `${frame.functionName || 'a callback'} ${file}`;
    const time = timeDeltas[index] ?? 0;
    total += time;
    times.set(name, (times.get(name) ?? 0) + time);
  });
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([name, time]) => ({ name: name.trim(), share: time / total }));
}
