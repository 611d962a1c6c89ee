import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';
import zlib from 'node:zlib';

/**
 * Runs a bundle, the text of a function that takes `require`, with what V8 compiled in earlier runs, which is kept beside it.
 * Node's own compile cache keeps the outermost functions alone; here are all that a run has called.
 * `hash` identifies the bundle's content: V8 compares only its length.
 */
export function runBundle(bundle: string, hash: string): void {
  const { version, arch } = process;
  const path = join(
    dirname(bundle),
    'compile-cache',
    `${basename(bundle)}-${hash}-${version}-${arch}`,
  );
  const run: unknown = compile(bundle, path).runInThisContext();
  if (typeof run === 'function') Reflect.apply(run, undefined, [createRequire(bundle)]);
}

/** Runs that add to what is kept; the next ones are spared the look whether they have more. */
const runsThatAdd = 8;

/** When a server has given its first answers, and V8 has not yet dropped the code that only a start needs. */
const startIsOver = 10_000;

function compile(bundle: string, path: string): Script {
  const kept = readKept(path);
  // Bundles are ASCII; read as UTF-8, so long a text would take two bytes a character.
  const source = readFileSync(bundle, 'latin1');
  const script = new Script(source, {
    filename: bundle,
    ...(kept !== null && { cachedData: kept.code }),
  });
  const isUsed = kept !== null && script.cachedDataRejected !== true;
  if (!isUsed || kept.runs < runsThatAdd) addLater(path, script, isUsed);
  if (kept !== null) release(kept.code);
  return script;
}

/** Adds what this run compiled, once: when its start is over, or when it ends before. */
function addLater(path: string, script: Script, isUsed: boolean): void {
  const add = (): void => {
    clearTimeout(timer);
    process.off('exit', add);
    addTo(path, script.createCachedData(), isUsed);
  };
  const timer = setTimeout(add, startIsOver).unref();
  process.on('exit', add);
}

/** Keeps the code, or counts the run where what is kept by now, by another thread maybe, is more. */
function addTo(path: string, code: Buffer, isUsed: boolean): void {
  const kept = readKept(path);
  const hasMore = isUsed && kept !== null && kept.code.length >= code.length;
  const runs = isUsed && kept !== null ? kept.runs + 1 : 1;
  const written = Buffer.concat([hasMore ? kept.code : code, Buffer.of(runs)]);
  const checksum = checksumOf(written);
  if (checksum !== null) write(path, Buffer.concat([written, checksum]));
  for (const read of [code, kept?.code]) if (read !== undefined) release(read);
}

interface Kept {
  readonly code: Buffer;
  readonly runs: number;
}

/**
 * Reads the code, and after it the number of runs that added to it, and a checksum:
 * V8 runs damaged code without looking, and dies of it.
 */
function readKept(path: string): Kept | null {
  try {
    const bytes = readFileSync(path);
    const written = bytes.subarray(0, -checksumLength);
    if (checksumOf(written)?.equals(bytes.subarray(-checksumLength)) !== true) return null;
    return { code: written.subarray(0, -1), runs: written.at(-1) ?? 0 };
  } catch (error) {
    if (isOfFiles(error)) return null;
    throw error;
  }
}

const checksumLength = 8;

/** Of Node 20, the first versions have no checksum, and so no code is kept with them. */
function checksumOf(bytes: Buffer): Buffer | null {
  if (!('crc32' in zlib)) return null;
  const checksum = Buffer.alloc(checksumLength);
  checksum.writeUInt32LE(zlib.crc32(bytes), 0);
  checksum.writeUInt32LE(bytes.length, 4);
  return checksum;
}

/** Gives memory back that the garbage collector would free only much later. */
function release({ buffer }: Buffer): void {
  if (buffer.byteLength <= Buffer.poolSize) return;
  if ('transfer' in buffer && typeof buffer.transfer === 'function') {
    Reflect.apply(buffer.transfer, buffer, [0]);
  }
}

/** Replaces the file at once; in a folder that can't be written to, every start is as the first. */
function write(path: string, data: Buffer): void {
  const temporary = `${path}.${String(process.pid)}-${String(threadId)}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, data, { flush: true });
    renameSync(temporary, path);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    if (!isOfFiles(error)) throw error;
  }
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
