import { watch } from 'node:fs';
import dayjs from 'dayjs';
import { FileError, type WatchFolders } from '../cli/environment.ts';

/** How long there must be no further change, in milliseconds: editors save in several steps. */
const calm = 80;

/** Watches folders, not the files in them, which editors replace when they save. */
export const watchFolders: WatchFolders = (folders, concerns) => {
  const first = new AbortController();
  const watchers = folders.map((folder) =>
    orFileError(folder, () =>
      watch(folder, (_, name) => {
        if (name === null || concerns(folder, name)) first.abort();
      }).on('error', () => {
        // The folder was removed, or can't be watched any longer.
        first.abort();
      }),
    ),
  );
  return new Promise((resolve) => {
    const settle = (): void => {
      setTimeout(() => {
        for (const watcher of watchers) watcher.close();
        resolve({ today: dayjs().format('YYYY-MM-DD') });
      }, calm);
    };
    first.signal.addEventListener('abort', settle, { once: true });
  });
};

function orFileError<Value>(folder: string, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw new FileError(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
