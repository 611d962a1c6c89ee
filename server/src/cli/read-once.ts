import type { FileSystem, ReadResult } from './environment.ts';
import { createCacheUntilUsedAgain } from './until-used-again.ts';

/** Returns the file system for a run that changes no file: what was read for the minutes around a file is not read again for itself. */
export function readingOnce(files: FileSystem): FileSystem {
  const cache = createCacheUntilUsedAgain((read: ReadResult) =>
    'bytes' in read ? read.bytes.length : 0,
  );
  return { ...files, read: (path) => cache.get(files.absolute(path), () => files.read(path)) };
}
