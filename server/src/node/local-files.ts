import * as l10n from '@vscode/l10n';
import {
  openSync,
  closeSync,
  constants,
  readdirSync,
  readFileSync,
  fstatSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { resolve, sep } from 'node:path';
import {
  FileError,
  type FileKind,
  type FileStamp,
  type FileSystem,
  type ReadResult,
} from '../cli/environment.ts';
import { sizeLimit } from '../core/minutes/size-limit.ts';
import { compareStrings } from '../core/text/compare-strings.ts';
import { createFile } from './create-file.ts';
import { removeStale } from './temporary-files.ts';
import { makeFolder, removeFile } from './remove-file.ts';
import { replaceFile, writeWholeFile } from './replace-file.ts';

/** The files of this machine for the command line. */
export const localFiles: FileSystem = {
  absolute: (path) => withSlashes(resolve(path)),
  resolved: (path) => (exists(path) ? withSlashes(realpathSync(path)) : null),
  kindOf: (path) => kindOf(path),
  list(folder) {
    return orFileError(() =>
      readdirSync(folder, { withFileTypes: true })
        .map((entry) => ({
          name: entry.name,
          isLink: entry.isSymbolicLink(),
          kind: entry.isSymbolicLink() ? kindOf(`${folder}/${entry.name}`) : kindOfStats(entry),
        }))
        .sort((a, b) => compareStrings(a.name, b.name)),
    );
  },
  read: (path) => readLimited(path),
  stampOf: (path) => stampOf(path),
  create(path, creation) {
    orFileError(() => {
      createFile(path, creation);
    });
  },
  replace: (path, replacement) => orFileError(() => replaceFile(path, replacement)),
  removeStale(folder) {
    orFileError(() => {
      removeStale(folder);
    });
  },
  makeFolder(path) {
    orFileError(() => {
      makeFolder(path);
    });
  },
  remove(path, removal) {
    orFileError(() => {
      removeFile(path, removal);
    });
  },
  write(path, bytes) {
    orFileError(() => {
      writeWholeFile(path, bytes);
    });
  },
};

/** Returns the bytes of the standard input. */
export async function readStandardInput(): Promise<ReadResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  const input: AsyncIterable<Buffer> = process.stdin;
  for await (const chunk of input) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > sizeLimit) return { reason: tooLarge() };
  }
  return { bytes: Buffer.concat(chunks) };
}

function tooLarge(): string {
  return l10n.t('is larger than {0} MB, the limit for minutes', sizeLimit / 1_000_000);
}

function readLimited(path: string): ReadResult {
  try {
    // Opened without waiting: a pipe has no end, and a device none either.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return { reason: l10n.t('is not a file') };
      if (stats.size > sizeLimit) return { reason: tooLarge() };
      return { bytes: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function exists(path: string): boolean {
  return kindOf(path) !== 'absent';
}

function kindOf(path: string): FileKind {
  const stats = statOrNull(path);
  return stats === null ? 'absent' : kindOfStats(stats);
}

function kindOfStats(stats: Stats | Dirent): FileKind {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

/** Returns null also where a folder on the way, or a symbolic-link loop, keeps from seeing what is there. */
function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

function stampOf(path: string): FileStamp | null {
  const stats = statOrNull(path);
  if (stats?.isFile() !== true) return null;
  const { dev, ino, size, mtimeMs, ctimeMs } = stats;
  return {
    text: [dev, ino, size, mtimeMs, ctimeMs].join(' '),
    changed: Math.max(mtimeMs, ctimeMs),
  };
}

function orFileError<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(reasonOf(error));
  }
}

const reasons: Readonly<Record<string, () => string>> = {
  EACCES: () => l10n.t('permission denied'),
  EEXIST: () => l10n.t('exists already; it was not changed'),
  EPERM: () => l10n.t('operation not permitted'),
  ENOENT: () => l10n.t('does not exist'),
  ENOSPC: () => l10n.t('no space left on the device'),
  EROFS: () => l10n.t('is on a read-only file system'),
  ELOOP: () => l10n.t('is a symbolic-link loop'),
  EMFILE: () => l10n.t('too many open files'),
};

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === null) throw error;
  return reasons[code]?.() ?? (error instanceof Error ? error.message : code);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
