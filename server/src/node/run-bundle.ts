import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/**
 * Runs a CommonJS bundle with what V8 compiled for an earlier run, which is kept beside it when a process ends.
 * Node's own compile cache keeps the outermost functions alone; here are all that a run has called.
 * `hash` tells the bundle's content apart: V8 compares but its length.
 */
export function runBundle(bundle: string, hash: string): void {
  const { version, arch } = process;
  const kept = join(
    dirname(bundle),
    'compile-cache',
    `${basename(bundle)}-${hash}-${version}-${arch}`,
  );
  const cachedData = readKept(kept);
  const source = `(function (require) {${readFileSync(bundle, 'utf8')}\n})`;
  const script = new Script(source, { filename: bundle, ...(cachedData && { cachedData }) });
  if (isMainThread && (cachedData === null || script.cachedDataRejected === true)) {
    process.on('exit', () => {
      keep(kept, script.createCachedData());
    });
  }
  const run: unknown = script.runInThisContext();
  if (typeof run === 'function') Reflect.apply(run, undefined, [createRequire(bundle)]);
}

function readKept(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isOfFiles(error)) return null;
    throw error;
  }
}

/** Replaces the file at once; in a folder that can't be written to, every start is as the first. */
function keep(path: string, data: Buffer): void {
  const temporary = `${path}.${String(process.pid)}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, data);
    renameSync(temporary, path);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    if (!isOfFiles(error)) throw error;
  }
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
