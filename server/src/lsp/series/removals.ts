import { readRemovals, removalsFile } from '../../core/meetings/removals-file.ts';
import type { Removal } from '../../core/meetings/removal.ts';
import { normalizeUri, parentOf, relativePath, resolveIn } from '../documents/document-uri.ts';
import type { FileCache } from '../documents/file-cache.ts';
import type { OpenDocuments } from '../documents/open-documents.ts';
import type { WorkspaceFolders } from '../documents/workspace-folders.ts';

/** Where removals from minutes are noted. */
export interface RemovalsFile {
  readonly uri: string;
  /** Its text; null where there is no such file. */
  readonly text: string | null;
  /** Path of the minutes as the file names it. */
  readonly minutes: string;
}

/** What was removed from minutes on purpose. */
export interface Removals {
  of(uri: string): Promise<readonly Removal[]>;
  /** Returns the nearest `.minutes/removed.yml` upwards, else where there should be one. */
  fileFor(uri: string): Promise<RemovalsFile>;
}

/** Returns whether a file notes removals. */
export function isRemovalsFile(uri: string): boolean {
  return normalizeUri(uri).endsWith(`/.minutes/${removalsFile}`);
}

/** Returns the removals that files of the workspace note, also unsaved. */
export function createRemovals(
  documents: OpenDocuments,
  cache: FileCache,
  folders: WorkspaceFolders,
): Removals {
  const fileIn = async (folder: string, uri: string): Promise<RemovalsFile> => {
    const file = resolveIn(folder, `./.minutes/${removalsFile}`);
    const text = documents.get(file)?.text ?? (await cache.readFile(folder, file));
    return { uri: file, text, minutes: relativePath(folder, uri) };
  };
  const fileFor = async (written: string): Promise<RemovalsFile> => {
    const uri = normalizeUri(written);
    const last = folders.of(uri) ?? parentOf(uri);
    for (let folder = parentOf(uri); folder !== last; folder = parentOf(folder)) {
      const file = await fileIn(folder, uri);
      if (file.text !== null || folder === parentOf(folder)) return file;
    }
    return fileIn(last, uri);
  };
  return {
    fileFor,
    async of(uri) {
      const { text, minutes } = await fileFor(uri);
      return text === null
        ? []
        : readRemovals(text).removals.filter((removal) => removal.minutes === minutes);
    },
  };
}
