import { join } from 'node:path';
import { createCarets, typed } from './carets.ts';
import { distributionOf, type Distribution } from './distribution.ts';
import { startServer, type LanguageServer } from './language-server.ts';
import type { ServerProgram } from './peers.ts';
import { within } from './within.ts';

/** How a server fares with one document; null where it had no answer in the time that was left. */
export interface Editing {
  /** Milliseconds from the start of the process to the first diagnostics. */
  readonly start: number | null;
  /** Milliseconds from opening to diagnostics in a fresh process. */
  readonly open: number | null;
  /** Resident megabytes with the document open. */
  readonly idle: number;
  /** Milliseconds from a key at the start, in the middle or at the end to diagnostics, a sentence being typed at each. */
  readonly typing: Distribution | null;
  /** Milliseconds from pasting half a kilobyte to diagnostics. */
  readonly pasting: Distribution | null;
  /** Milliseconds from the last of 100 edits at once to diagnostics. */
  readonly burst: number | null;
  /** Resident megabytes after all that. */
  readonly memory: number;
}

/** Starts a server five times, of which the first warms its caches, and edits a document in the last; stops typing after `budget` milliseconds. */
export async function measureEditing(
  program: ServerProgram,
  folder: string,
  text: string,
  budget: number,
): Promise<Editing> {
  const opened: Opened[] = [];
  for (let count = 0; count < 4; count++) {
    const { server, ...times } = await openIn(program, folder, text);
    await server.stop();
    if (times.open === null) return { ...times, ...nothing, memory: times.idle };
    if (count > 0) opened.push(times);
  }
  const { server, ...last } = await openIn(program, folder, text);
  try {
    const edited = await edit(server, text, budget);
    return { ...medianOf([...opened, last]), ...edited, memory: server.memory() };
  } finally {
    await server.stop();
  }
}

/** Returns how long keys take in one of the minutes of a folder, the server having read all of them or none. */
export async function measureTypingAmong(
  program: ServerProgram,
  folder: string,
  text: string,
  budget: number,
  readFirst: boolean,
): Promise<Distribution | null> {
  const { server } = await openIn(program, folder, text);
  try {
    if (readFirst) await server.readWorkspace();
    return (await edit(server, text, budget)).typing;
  } finally {
    await server.stop();
  }
}

type Opened = Pick<Editing, 'start' | 'open' | 'idle'>;

async function openIn(
  program: ServerProgram,
  folder: string,
  text: string,
): Promise<Opened & { readonly server: LanguageServer }> {
  for (let attempt = 1; ; attempt++) {
    const server = await startServer(program, folder);
    const open = await within(15_000, server.open(join(folder, 'minutes.md'), text));
    const start = open === null ? null : performance.now() - server.startedAt;
    if (open !== null || attempt === 2) return { server, start, open, idle: server.memory() };
    await server.stop();
  }
}

async function edit(
  server: LanguageServer,
  text: string,
  budget: number,
): Promise<Pick<Editing, 'typing' | 'pasting' | 'burst'>> {
  const carets = createCarets(text);
  const typing = await repeat(budget, 300, (index) => {
    const key = typed.charAt(Math.floor(index / carets.count) % typed.length);
    return server.insert(carets.next(key.length), key);
  });
  const paste = '\n- Painted the jib, and ordered rope in blue'.repeat(12);
  const pasting = await repeat(budget / 3, 20, () =>
    server.insert(carets.next(paste.length), paste),
  );
  const burst = await within(budget, server.insertAll(Array(100).fill(carets.next(100)), 'y'));
  return { typing: distributionOf(typing.slice(3)), pasting: distributionOf(pasting), burst };
}

function medianOf(all: readonly Opened[]): Opened {
  const median = (read: (opened: Opened) => number | null): number =>
    distributionOf(all.flatMap((opened) => read(opened) ?? []))?.p50 ?? 0;
  return {
    start: median(({ start }) => start),
    open: median(({ open }) => open),
    idle: median(({ idle }) => idle),
  };
}

const nothing = { typing: null, pasting: null, burst: null };

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
