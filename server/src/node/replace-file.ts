import * as l10n from '@vscode/l10n';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname, relative, isAbsolute, sep } from 'node:path';
import { FileError, type Replacement } from '../cli/environment.ts';
import { temporaryBeside } from './temporary-files.ts';

/**
 * Replaces a file's content at once: readers see the old or the new file, and a crash leaves one of them.
 * Mode and owner are kept; of a link, the file that it leads to is replaced.
 * Returns what could not be kept.
 * @throws FileError where the file no longer holds what is expected or leads out of the folder;
 * Node's own errors where it can't be written.
 */
export function replaceFile(
  path: string,
  { expected, bytes, within }: Replacement,
): readonly string[] {
  const target = realpathSync(path);
  if (!isInside(realpathSync(within), target)) {
    throw new FileError(l10n.t('is a link that leads out of {0}; it was not changed', within));
  }
  accessSync(target, constants.W_OK);
  const temporary = temporaryBeside(target);
  const like = statSync(target);
  const lost =
    like.nlink > 1
      ? [l10n.t('was replaced under this name; its other names (hard links) keep the old text')]
      : [];
  try {
    const isOwned = writeDurably(temporary, bytes, like);
    if (!isOwned) lost.push(l10n.t('belongs to you now; its owner can’t be kept'));
    if (!readFileSync(target).equals(expected)) {
      throw new FileError(
        l10n.t('was changed by another program in the meantime; it was not changed'),
      );
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
  return lost;
}

/**
 * Writes a file at once, whether it is there or not; a device or a pipe takes the bytes as they are.
 * @throws Node's own errors where it can't be written.
 */
export function writeWholeFile(path: string, bytes: Uint8Array): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  const like = existsSync(target) ? statSync(target) : null;
  if (like?.isFile() === false) {
    writeFileSync(target, bytes);
    return;
  }
  const temporary = temporaryBeside(target);
  try {
    writeDurably(temporary, bytes, like);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}

/** Returns whether a path is inside a folder; both absolute, with links resolved. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Writes a new file and flushes it; it gets mode and owner of another where one is given. Returns whether it could have the owner. */
export function writeDurably(path: string, bytes: Uint8Array, like: Stats | null): boolean {
  const file = openSync(path, 'wx', like === null ? 0o666 : 0o600);
  try {
    writeFileSync(file, bytes);
    const isOwned = like === null || keepOwner(file, like);
    fsyncSync(file);
    return isOwned;
  } finally {
    closeSync(file);
  }
}

/** Keeps owner, group and mode; only the superuser may give a file to another owner. */
function keepOwner(file: number, { uid, gid, mode }: Stats): boolean {
  const own = process.getuid?.();
  const isOwned =
    own === uid ||
    isAllowed(() => {
      fchownSync(file, uid, gid);
    });
  const hasGroup =
    own === undefined ||
    fstatSync(file).gid === gid ||
    isAllowed(() => {
      fchownSync(file, own, gid);
    });
  fchmodSync(file, mode & (isOwned && hasGroup ? 0o7777 : 0o777));
  return isOwned;
}

function isAllowed(change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPERM') return false;
    throw error;
  }
}

/** Makes what was renamed or linked durable; Windows does so without being asked, and can't open folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
