import { createHash, randomUUID } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { CacheFolder } from '../cli/environment.ts';

/** How many bytes all roots may have together, and how many files one root: one for each way of checking. */
const limits = { bytes: 200_000_000, filesOfRoot: 8 };

/**
 * Returns the folder in which results of a root are kept, below a location, or below the user's own cache folder;
 * what can't be read or written, or belongs to somebody else, is as if it were empty.
 */
export function openCacheFolder(
  location: string | null,
  root: string,
  environment: NodeJS.ProcessEnv = process.env,
): CacheFolder {
  const whole = location ?? usualLocation(environment);
  const folder = join(whole, createHash('sha256').update(root).digest('hex').slice(0, 32));
  return {
    read(name) {
      const path = join(folder, name);
      return orNull(() => {
        if (!isOwn(folder)) return null;
        const text = readFileSync(path, 'utf8');
        // What was used last is dropped last.
        utimesSync(path, new Date(), new Date());
        return text;
      });
    },
    write(name, text) {
      if (text.length > limits.bytes / 4) return;
      const temporary = join(folder, `${name}.${randomUUID()}.tmp`);
      orNull(() => {
        mkdirSync(whole, { recursive: true, mode: 0o700 });
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (!isOwn(folder)) return null;
        writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 });
        renameSync(temporary, join(folder, name));
        dropOldest(folder, limits.filesOfRoot, Infinity);
        dropOldest(whole, Infinity, limits.bytes);
        return null;
      });
      orNull(() => {
        rmSync(temporary, { force: true });
        return null;
      });
    },
  };
}

function usualLocation({
  MINUTES_CACHE_DIR,
  XDG_CACHE_HOME,
  LOCALAPPDATA,
}: NodeJS.ProcessEnv): string {
  if (MINUTES_CACHE_DIR !== undefined && MINUTES_CACHE_DIR !== '') return MINUTES_CACHE_DIR;
  return join(usersCaches(XDG_CACHE_HOME, LOCALAPPDATA), 'vscode-minutes');
}

function usersCaches(xdg: string | undefined, localAppData: string | undefined): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32' && localAppData !== undefined) return localAppData;
  // A relative path is to be ignored (XDG Base Directory Specification).
  return xdg?.startsWith('/') === true ? xdg : join(homedir(), '.cache');
}

/** Returns whether a folder is the user's alone, and no link; what others could write is not believed. */
function isOwn(folder: string): boolean {
  const status = lstatSync(folder);
  if (!status.isDirectory()) return false;
  if (process.getuid === undefined) return true;
  return status.uid === process.getuid() && (status.mode & 0o077) === 0;
}

/** Drops the files below a folder that were used longest ago, until there are no more than so many, and so many bytes. */
function dropOldest(folder: string, most: number, mostBytes: number): void {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      return { path, size, mtimeMs };
    })
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  let bytes = 0;
  for (const [index, { path, size }] of files.entries()) {
    bytes += size;
    if (index >= most || bytes > mostBytes) rmSync(path, { force: true });
  }
}

/** Returns what was read or written; null where the file system forbids it. */
function orNull<Value>(run: () => Value): Value | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null;
    throw error;
  }
}
