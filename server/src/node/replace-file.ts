import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
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
    throw new FileError(`is a link that leads out of ${within}; it is left alone`);
  }
  accessSync(target, constants.W_OK);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    writeDurably(temporary, bytes, statSync(target));
    if (!readFileSync(target).equals(expected)) {
      throw new FileError('was changed by another program meanwhile; it is left alone');
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}

/** Tells whether a path stands inside a folder; both absolute, with links resolved. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function writeDurably(path: string, bytes: Uint8Array, like: Stats): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    if (like.uid !== process.getuid?.() || like.gid !== process.getgid?.()) {
      fchownSync(file, like.uid, like.gid);
    }
    fchmodSync(file, like.mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
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
