import { join } from 'node:path';
import { distributionOf, type Distribution } from './distribution.ts';
import { startServer } from './language-server.ts';
import type { ServerProgram } from './peers.ts';

/** How a server fares with one document; null where it had no answer in the time that was left. */
export interface Editing {
  /** Milliseconds from the start of the process to the first diagnostics. */
  readonly start: number | null;
  /** Milliseconds from opening to diagnostics in a fresh process. */
  readonly open: number | null;
  /** Milliseconds from a key at the start, in the middle or at the end to diagnostics. */
  readonly typing: Distribution | null;
  /** Milliseconds from pasting half a kilobyte to diagnostics. */
  readonly pasting: Distribution | null;
  /** Milliseconds from the last of 100 edits at once to diagnostics. */
  readonly burst: number | null;
  /** Resident megabytes after all that. */
  readonly memory: number;
}

/** Edits a document in a server; stops typing after `budget` milliseconds. */
export async function measureEditing(
  program: ServerProgram,
  folder: string,
  text: string,
  budget: number,
): Promise<Editing> {
  const server = await startServer(program, folder);
  try {
    const open = await within(30_000, server.open(join(folder, 'minutes.md'), text));
    if (open === null) return { ...nothing, memory: server.memory() };
    const start = performance.now() - server.startedAt;
    const offsets = placesIn(text);
    const typing = await repeat(budget, 150, (index) =>
      server.insert(offsetOf(offsets, index), 'x'),
    );
    const paste = '\n- Painted the jib, and ordered rope in blue'.repeat(12);
    const pasting = await repeat(budget / 3, 20, (index) =>
      server.insert(offsetOf(offsets, index), paste),
    );
    const burst = await within(budget, server.insertAll(Array(100).fill(offsets[1] ?? 0), 'y'));
    return {
      start,
      open,
      typing: distributionOf(typing.slice(3)),
      pasting: distributionOf(pasting),
      burst,
      memory: server.memory(),
    };
  } finally {
    await server.stop();
  }
}

const nothing = { start: null, open: null, typing: null, pasting: null, burst: null };

/** The ends of lines of updates near the start, in the middle and near the end. */
function placesIn(text: string): readonly number[] {
  return [0.02, 0.5, 0.9].map((part) =>
    text.indexOf('\n', text.indexOf('\n- ', text.length * part) + 1),
  );
}

function offsetOf(offsets: readonly number[], index: number): number {
  return offsets[index % offsets.length] ?? 0;
}

async function repeat(
  budget: number,
  times: number,
  measure: (index: number) => Promise<number>,
): Promise<readonly number[]> {
  const values: number[] = [];
  const end = performance.now() + budget;
  for (let index = 0; index < times && performance.now() < end; index++) {
    const value = await within(end - performance.now() + 1000, measure(index));
    if (value === null) break;
    values.push(value);
  }
  return values;
}

/** Returns what a promise gives, or null where that takes longer than some milliseconds. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
