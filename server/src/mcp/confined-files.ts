import { isAbsolute } from 'node:path';
import * as l10n from '@vscode/l10n';
import { FileError, type FileSystem } from '../cli/environment.ts';

/**
 * Returns a file system in which nothing outside some folders exists, whatever links lead there;
 * relative paths are relative to the first of them.
 * The folders are absolute, after resolving links, with `/` between their parts.
 */
export function confineFiles(files: FileSystem, roots: readonly string[]): FileSystem {
  const [first = '/'] = roots;
  const absolute = (path: string): string =>
    files.absolute(isAbsolute(path) ? path : `${first}/${path}`);
  const isInside = (path: string): boolean => {
    const real = files.resolved(path) ?? resolvedParent(path, files);
    return real !== null && roots.some((root) => isBelow(root, real));
  };
  const demandInside = (path: string): string => {
    const asked = absolute(path);
    if (!isInside(asked)) throw new FileError(outside());
    return asked;
  };
  return {
    absolute,
    resolved: (path) => (isInside(absolute(path)) ? files.resolved(absolute(path)) : null),
    kindOf: (path) => (isInside(absolute(path)) ? files.kindOf(absolute(path)) : 'absent'),
    list: (folder) => files.list(demandInside(folder)),
    read: (path) => (isInside(absolute(path)) ? files.read(absolute(path)) : { reason: outside() }),
    stampOf: (path) => (isInside(absolute(path)) ? files.stampOf(absolute(path)) : null),
    replace: (path, { within, ...replacement }) =>
      files.replace(demandInside(path), { ...replacement, within: demandInside(within) }),
    removeStale(folder) {
      files.removeStale(demandInside(folder));
    },
    create(path, { within, ...creation }) {
      files.create(demandInside(path), { ...creation, within: demandInside(within) });
    },
    makeFolder(path) {
      files.makeFolder(demandInside(path));
    },
    remove(path, { within, ...removal }) {
      files.remove(demandInside(path), { ...removal, within: demandInside(within) });
    },
    write(path, bytes) {
      files.write(demandInside(path), bytes);
    },
  };
}

function outside(): string {
  return l10n.t('is outside the folders that this session may use');
}

/** Returns where a path that isn't there yet would be, after resolving the links of the folders that are. */
function resolvedParent(path: string, files: FileSystem): string | null {
  const at = path.lastIndexOf('/');
  if (at <= 0) return null;
  const parent = path.slice(0, at);
  const real = files.resolved(parent) ?? resolvedParent(parent, files);
  return real === null ? null : `${real}/${path.slice(at + 1)}`;
}

function isBelow(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`);
}
