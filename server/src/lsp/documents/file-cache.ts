import type { DirectoryEntry } from '../../protocol/file-requests.ts';
import { isWithin, normalizeUri, parentOf } from './document-uri.ts';
import { readWithin, type FileSystem } from './file-system.ts';

/** Files and folders as they were when first asked for, until a change is reported. */
export interface FileCache {
  /** Returns the text of a file in a folder; null where it is absent, leads out of the folder, or can't be read. */
  readFile(folder: string, uri: string): Promise<string | null>;
  /** Returns the entries of a folder; none where it is absent or can't be read. */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
  /** Returns whether someone asked for this file since it was last forgotten. */
  knows(uri: string): boolean;
  /** Forgets a file or folder with all below it; returns whether anything was known. */
  forget(uri: string): boolean;
  forgetAll(): void;
}

/** Returns a cache over a file system; what can't be read goes to `report`. */
export function createFileCache(files: FileSystem, report: (message: string) => void): FileCache {
  const texts = new Map<string, Promise<string | null>>();
  const directories = new Map<string, Promise<readonly DirectoryEntry[]>>();

  const orReport =
    <Absent>(absent: Absent) =>
    (error: unknown): Absent => {
      report(error instanceof Error ? error.message : String(error));
      return absent;
    };

  return {
    readFile: (folder, uri) =>
      cachedIn(texts, uri, () => readWithin(files, folder, uri).catch(orReport(null))),
    readDirectory: (uri) =>
      cachedIn(directories, uri, () => files.readDirectory(uri).catch(orReport([]))),
    knows: (uri) => texts.has(normalizeUri(uri)),
    forget(changed) {
      const uri = normalizeUri(changed);
      const parent = directories.delete(parentOf(uri));
      const below = [texts, directories].flatMap((cache) =>
        [...cache.keys()].filter((key) => isWithin(uri, key) && cache.delete(key)),
      );
      return parent || below.length > 0;
    },
    forgetAll() {
      texts.clear();
      directories.clear();
    },
  };
}

function cachedIn<Value>(
  cache: Map<string, Promise<Value>>,
  key: string,
  read: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const reading = read();
  cache.set(key, reading);
  return reading;
}
