import * as l10n from '@vscode/l10n';
import { isRecord } from '../../core/text/is-record.ts';
import { textHash } from '../../core/text/text-hash.ts';
import { FileError, type FileSystem } from '../environment.ts';

/** The folder of a site, of which only the site's own files are changed. */
export interface SiteFolder {
  /**
   * Writes a file of the site.
   * @throws FileError where another file is there, or it can't be written.
   */
  write(path: string, text: string): void;
  /** Removes the site's files of earlier runs that were not written again, and returns how many there are now. */
  finish(): number;
}

/** Names the site's files and what they hold, so that others are left alone. */
const listName = '.minutes-site.json';

/**
 * Opens the folder of a site, and makes it where it isn't there.
 * @throws FileError where the folder can't be made.
 */
export function openFolder(output: string, files: FileSystem): SiteFolder {
  files.makeFolder(output);
  const within = output;
  const before = readList(`${output}/${listName}`, files);
  const written = new Map<string, string>();

  const put = (path: string, text: string): void => {
    const full = `${output}/${path}`;
    const bytes = new TextEncoder().encode(text);
    const there = files.kindOf(full) === 'absent' ? null : files.read(full);
    if (there === null) {
      files.create(full, { bytes, within });
      return;
    }
    if ('reason' in there) throw new FileError(`${full}: ${there.reason}`);
    const old = new TextDecoder().decode(there.bytes);
    if (old === text) return;
    if (path !== listName && before.get(path) !== textHash(old)) {
      throw new FileError(
        l10n.t('{0} is not a file of this site, or was changed; it is left alone', full),
      );
    }
    files.replace(full, { expected: there.bytes, bytes, within });
  };
  const list = (): string =>
    `${JSON.stringify({ version: 1, files: Object.fromEntries([...before, ...written]) }, null, 1)}\n`;
  return {
    write(path, text) {
      written.set(path, textHash(text));
      put(path, text);
    },
    finish() {
      for (const [path, hash] of before) {
        if (written.has(path)) continue;
        const read = files.read(`${output}/${path}`);
        const isOwn = 'bytes' in read && textHash(new TextDecoder().decode(read.bytes)) === hash;
        if (isOwn) files.remove(`${output}/${path}`, { expected: read.bytes, within });
        before.delete(path);
      }
      put(listName, list());
      return written.size;
    },
  };
}

/** Returns the files of an earlier run with the hashes of what they held; a list that can't be read names none. */
function readList(path: string, files: FileSystem): Map<string, string> {
  const read = files.kindOf(path) === 'file' ? files.read(path) : null;
  if (read === null || 'reason' in read) return new Map();
  const listed = parsed(new TextDecoder().decode(read.bytes));
  const own = isRecord(listed) && isRecord(listed.files) ? listed.files : {};
  return new Map(
    Object.entries(own).flatMap(([name, hash]): [string, string][] =>
      typeof hash === 'string' && isSafe(name) ? [[name, hash]] : [],
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The list may come from anywhere: it names nothing outside of its folder. */
function isSafe(name: string): boolean {
  return !/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name);
}
