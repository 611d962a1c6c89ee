import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The absolute path of the checkout that runs. */
export const checkout = resolve(import.meta.dirname, '..');

/** Makes a folder of the checkout's cache, which git ignores, and returns its absolute path. */
export function cacheFolder(...names: string[]): string {
  const folder = join(checkout, '.cache', ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Makes a folder for packages that are installed on demand, and returns its absolute path. */
export function packagesFolder(name: string): string {
  const folder = join(checkout, 'node_modules/.cache', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Makes a new, empty folder that goes when the process ends, and returns its absolute path. */
export const scratchFolder = createScratchFolders();

/** All are in one, which has the only listener to the end of the process. */
function createScratchFolders(): () => string {
  let parent: string | null = null;
  const makeParent = (): string => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'minutes-'));
    process.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
    return folder;
  };
  return () => mkdtempSync(join((parent ??= makeParent()), 'f'));
}
