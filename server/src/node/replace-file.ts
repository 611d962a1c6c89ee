import * as l10n from '@vscode/l10n';
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
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
import { basename, dirname, join, relative, isAbsolute, sep } from 'node:path';
import { FileError, type Replacement } from '../cli/environment.ts';

/**
 * Replaces a file's content at once: readers see the old or the new file, and a crash leaves one of them.
 * Mode and owner are kept; of a link, the file that it leads to is replaced.
 * @throws FileError where the file no longer holds what is expected or leads out of the folder;
 * Node's own errors where it can't be written.
 */
export function replaceFile(path: string, { expected, bytes, within }: Replacement): void {
  const target = realpathSync(path);
  if (!isInside(realpathSync(within), target)) {
    throw new FileError(l10n.t('is a link that leads out of {0}; it was not changed', within));
  }
  accessSync(target, constants.W_OK);
  const temporary = temporaryBeside(target);
  try {
    writeDurably(temporary, bytes, statSync(target));
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

/** Returns a path beside a file for what is to become it. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
}

/** Tells whether a path stands inside a folder; both absolute, with links resolved. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Writes a new file and flushes it; it gets mode and owner of another where one is given. */
export function writeDurably(path: string, bytes: Uint8Array, like: Stats | null): void {
  const file = openSync(path, 'wx', like === null ? 0o666 : 0o600);
  try {
    writeFileSync(file, bytes);
    if (like !== null) keepOwner(file, like);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keepOwner(file: number, { uid, gid, mode }: Stats): void {
  if (uid !== process.getuid?.() || gid !== process.getgid?.()) fchownSync(file, uid, gid);
  fchmodSync(file, mode & 0o7777);
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
