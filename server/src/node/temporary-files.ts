import { randomUUID } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Returns a path beside a file for what is to become it; its name says which process of which machine writes it. */
export function temporaryBeside(path: string): string {
  const owner = `${machine()}-${String(process.pid)}`;
  return join(dirname(path), `.${basename(path)}.${owner}.${randomUUID()}.tmp`);
}

const temporaryName =
  /^\..+\.([A-Za-z0-9]*)-(\d+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;
const longestWrite = 24 * 60 * 60 * 1000;

/** Removes what runs that were killed have left in a folder, and nothing that a run may still be writing. */
export function removeStale(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [found, owner = '', pid = ''] = temporaryName.exec(name) ?? [];
    if (found === undefined) continue;
    const path = join(folder, name);
    const status = lstatSync(path, { throwIfNoEntry: false });
    if (status?.isFile() !== true) continue;
    const isOver = owner === machine() && !isRunning(Number(pid));
    if (isOver || Date.now() - status.mtimeMs > longestWrite) rmSync(path, { force: true });
  }
}

function machine(): string {
  return hostname()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 40);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
