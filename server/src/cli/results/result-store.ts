import { contentHash } from './content-hash.ts';
import type { CacheFolder, FileSystem } from '../environment.ts';
import {
  readStoredFiles,
  writeStoredFiles,
  type ClaimSummary,
  type StoredFile,
  type StoredResult,
} from './stored-file.ts';

/** What earlier runs made of files, for as long as their content stays the same. */
export interface ResultStore {
  /** Returns the hash of a file's content; null where it can't be read. */
  hashOf(path: string): string | null;
  /** Takes the content of a file that was read in this run, so that it isn't read again. */
  read(path: string, bytes: Uint8Array): void;
  /** Returns whether a file is as it was when it was stored. */
  isKnown(path: string): boolean;
  /** Returns the summary that was stored under a key, else a new one, which is stored. */
  claimOf(path: string, key: string, claim: () => ClaimSummary | null): ClaimSummary | null;
  /** Returns the result that was stored; null where the file has changed since. */
  resultOf(path: string): StoredResult | null;
  /** Stores a result. */
  put(path: string, result: StoredResult): void;
  /** Returns what was made of a file in this run, for another thread’s store. */
  partOf(path: string): StoredFile | null;
  /** Takes what another thread made of a file. */
  take(path: string, part: StoredFile): void;
  /** Writes what changed, without files that are gone. */
  save(): void;
}

/** A file changes without a new time where it changes twice within this, in milliseconds. */
const coarsestClock = 2000;

/** Returns the store of a folder of the cache, or one that keeps nothing beyond this run. */
export function createResultStore(
  files: FileSystem,
  cache: { readonly folder: CacheFolder; readonly name: string } | null,
  now: number,
): ResultStore {
  const stored = readStoredFiles(cache?.folder.read(cache.name) ?? null);
  const current = new Map<string, StoredFile | null>();
  let isChanged = false;

  /** Returns a file as it is now, with what was made of it where its content is the same. */
  const currentOf = (path: string): StoredFile | null => {
    const known = current.get(path);
    if (known !== undefined) return known;
    const stamp = files.stampOf(path);
    const before = stored.get(path);
    if (before !== undefined && stamp?.text === before.stamp) {
      return remember(path, before);
    }
    const read = stamp === null ? { reason: '' } : files.read(path);
    return 'bytes' in read ? withContent(path, read.bytes) : remember(path, null);
  };

  const withContent = (path: string, bytes: Uint8Array): StoredFile => {
    const stamp = files.stampOf(path);
    const isSafe = stamp !== null && stamp.changed < now - coarsestClock;
    const own = {
      stamp: isSafe ? stamp.text : '',
      hash: contentHash(bytes),
      claim: null,
      result: null,
    };
    const before = stored.get(path);
    if (before?.stamp !== own.stamp) isChanged = true;
    return remember(path, before?.hash === own.hash ? { ...before, stamp: own.stamp } : own);
  };

  const remember = <Own extends StoredFile | null>(path: string, own: Own): Own => {
    current.set(path, own);
    return own;
  };

  const change = (path: string, changes: Partial<StoredFile>): void => {
    const own = currentOf(path);
    if (own === null) return;
    isChanged = true;
    remember(path, { ...own, ...changes });
  };

  return {
    hashOf: (path) => currentOf(path)?.hash ?? null,
    read(path, bytes) {
      if (!current.has(path)) withContent(path, bytes);
    },
    isKnown: (path) => (currentOf(path)?.result ?? null) !== null,
    claimOf(path, key, claim) {
      const own = currentOf(path)?.claim ?? null;
      if (own?.key === key) return own.summary;
      const summary = claim();
      change(path, { claim: { key, summary } });
      return summary;
    },
    resultOf: (path) => currentOf(path)?.result ?? null,
    put(path, result) {
      change(path, { result });
    },
    partOf: (path) => currentOf(path),
    take(path, part) {
      isChanged = true;
      remember(path, part);
    },
    save() {
      if (cache === null || !isChanged) return;
      const kept = new Map(stored);
      for (const [path, own] of current) {
        if (own === null) kept.delete(path);
        else kept.set(path, own);
      }
      for (const path of kept.keys()) {
        if (!current.has(path) && files.kindOf(path) !== 'file') kept.delete(path);
      }
      cache.folder.write(cache.name, writeStoredFiles(kept));
    },
  };
}
