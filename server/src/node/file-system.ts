import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sizeLimit } from '../core/minutes/size-limit.ts';
import { normalizeUri, schemeOf } from '../lsp/documents/document-uri.ts';
import type { FileSystem } from '../lsp/documents/file-system.ts';
import type { DirectoryEntry } from '../protocol/file-requests.ts';

/** Returns the files of this machine for `file:` URIs; for other URIs those of `others`. */
export function createNodeFileSystem(others: FileSystem): FileSystem {
  const of = (uri: string): FileSystem => (schemeOf(uri) === 'file' ? localFiles : others);
  return {
    readFile: (uri) => of(uri).readFile(uri),
    readDirectory: (uri) => of(uri).readDirectory(uri),
    realPath: (uri) => of(uri).realPath(uri),
    knowsAbsence: (uri) => of(uri).knowsAbsence(uri),
  };
}

const localFiles: FileSystem = {
  async readFile(uri) {
    const path = pathOf(uri);
    if (path === null) return null;
    const status = await stat(path).catch(orNull);
    if (!status?.isFile()) return null;
    if (status.size > sizeLimit) throw new Error(`${uri} is too large: it is not read`);
    const bytes = await readFile(path).catch(orNull);
    return bytes && new TextDecoder().decode(bytes);
  },
  async readDirectory(uri) {
    const path = pathOf(uri);
    if (path === null) return [];
    const entries = await readdir(path, { withFileTypes: true }).catch(orNull);
    const found = (entries ?? []).map(async (entry): Promise<DirectoryEntry[]> => {
      if (entry.isDirectory()) return [{ name: entry.name, kind: 'directory' }];
      const linked = entry.isSymbolicLink() && (await stat(`${path}/${entry.name}`).catch(orNull));
      const isFile = entry.isFile() || (linked && linked.isFile());
      return isFile ? [{ name: entry.name, kind: 'file' }] : [];
    });
    return (await Promise.all(found)).flat();
  },
  async realPath(uri) {
    const named = pathOf(uri);
    const path = named === null ? null : await realpath(named).catch(orNull);
    return path === null ? null : normalizeUri(pathToFileURL(path).href);
  },
  knowsAbsence: () => true,
};

/** Returns the path of a URI; null where this machine has no such paths, as of another host. */
function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return null;
    throw error;
  }
}

/** Absence is an answer; every other failure is the caller's. */
function orNull(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ELOOP') return null;
  throw error;
}
