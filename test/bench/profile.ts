import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A function, or a phase, with its own share of the time, from 0 to 1. */
export interface Hot {
  readonly name: string;
  readonly share: number;
}

/** Returns the functions that took most time below a function, by the V8 profile that lies in a folder. */
export function hottestIn(folder: string, below: string): readonly Hot[] {
  const profile = readProfile(folder);
  return profile === null ? [] : sharesOf(profile, (stack) => nameBelow(stack, below)).slice(0, 8);
}

/** Returns what the start of a bundled program spent its time on, by the V8 profile that lies in a folder. */
export function phasesIn(folder: string): readonly Hot[] {
  const profile = readProfile(folder);
  return profile === null ? [] : sharesOf(profile, phaseOf);
}

interface Frame {
  readonly functionName: string;
  readonly url: string;
}

/** What is read of V8's format. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: Frame;
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

function readProfile(folder: string): Profile | null {
  const [path] = globSync('*.cpuprofile', { cwd: folder });
  if (path === undefined) return null;
  const profile: unknown = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  return isProfile(profile) ? profile : null;
}

function isProfile(value: unknown): value is Profile {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'samples' in value;
}

const collector = '(garbage collector)';

function nameBelow(stack: readonly Frame[], below: string): string | null {
  const frame = stack.at(-1);
  if (frame?.functionName === collector) return 'garbage collection';
  if (frame === undefined || !stack.some(({ functionName }) => functionName === below)) return null;
  const file = frame.url.slice(frame.url.lastIndexOf('/') + 1);
  return `${frame.functionName || 'a callback'} ${file}`.trim();
}

/** The bundle's outermost function follows `runBundle`; what is called later is without. */
function phaseOf(stack: readonly Frame[]): string | null {
  const last = stack.at(-1)?.functionName;
  if (last === '(idle)') return null;
  if (last === collector) return 'garbage collection';
  const ofBundle = stack.some(({ url }) => url.endsWith('.cjs'));
  const starts = stack.some(({ url }) => url.includes('server/dist/') && url.endsWith('.js'));
  if (ofBundle) return starts ? 'setting modules up' : 'answering until the first diagnostics';
  return starts ? 'reading the program and what was compiled of it' : 'Node itself';
}

/** Returns the named shares of a profile's time, the greatest first; what has no name is left out. */
function sharesOf(
  { nodes, samples, timeDeltas }: Profile,
  nameOf: (stack: readonly Frame[]) => string | null,
): readonly Hot[] {
  const stacks = stacksOf(nodes);
  const times = new Map<string, number>();
  let total = 0;
  samples.forEach((id, index) => {
    const name = nameOf(stacks.get(id) ?? []);
    if (name === null) return;
    const time = timeDeltas[index] ?? 0;
    total += time;
    times.set(name, (times.get(name) ?? 0) + time);
  });
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .map(([name, time]) => ({ name, share: time / total }));
}

/** Returns each node's frames, the outermost first. */
function stacksOf(nodes: Profile['nodes']): ReadonlyMap<number, readonly Frame[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stacks = new Map<number, readonly Frame[]>();
  const visit = (id: number, above: readonly Frame[]): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const stack = [...above, node.callFrame];
    stacks.set(id, stack);
    for (const child of node.children ?? []) visit(child, stack);
  };
  if (nodes[0] !== undefined) visit(nodes[0].id, []);
  return stacks;
}
