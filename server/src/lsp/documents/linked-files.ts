import { possiblePaths } from '../../core/minutes/link-targets.ts';
import { isWithin, normalizeUri, parentOf, resolveIn } from './document-uri.ts';
import type { FileSystem } from './file-system.ts';
import type { WorkspaceFolders } from './workspace-folders.ts';

/** The files that minutes link to. */
export interface LinkedFiles {
  /** Returns a function that says whether a relative path from a document surely leads to nothing; only paths in its text are known. */
  absentFrom(uri: string, text: string): Promise<(path: string) => boolean>;
  /** Reports that a file or folder came or went. */
  changed(uri: string): void;
  /** Looks at the disk again when next asked. */
  forgetAll(): void;
}

/** More links than these are left alone: each costs a look at the disk, once. */
const mostLinks = 200;

/**
 * Returns the files of the workspace that documents link to; `onChange` is called when one that was looked for comes or goes.
 * Nothing outside the document's workspace folder is looked for, nor where absence can't be known.
 */
export function createLinkedFiles(
  files: FileSystem,
  folders: WorkspaceFolders,
  onChange: () => void,
): LinkedFiles {
  const known = new Map<string, Promise<boolean>>();

  /** What can’t be looked for is taken to exist. */
  const realPath = (uri: string): Promise<string | null> => files.realPath(uri).catch(() => uri);

  const lookFor = async (folder: string, uri: string): Promise<boolean> => {
    if ((await realPath(uri)) !== null) return false;
    const [parent, root] = await Promise.all([realPath(parentOf(uri)), realPath(folder)]);
    return root !== null && (parent === null || isWithin(root, parent));
  };

  const isAbsent = (folder: string, uri: string): Promise<boolean> => {
    if (!isWithin(folder, uri)) return Promise.resolve(false);
    const looked = known.get(uri) ?? lookFor(folder, uri);
    known.set(uri, looked);
    return looked;
  };

  return {
    async absentFrom(written, text) {
      const uri = normalizeUri(written);
      const folder = folders.of(uri);
      if (folder === null || !files.knowsAbsence(uri)) return () => false;
      const paths = possiblePaths(text).slice(0, mostLinks);
      const found = await Promise.all(
        paths.map((path) => isAbsent(folder, resolveIn(parentOf(uri), `./${path}`))),
      );
      const absent = new Set(paths.filter((_, index) => found[index]));
      return (path) => absent.has(path);
    },
    changed(changedUri) {
      const uri = normalizeUri(changedUri);
      const concerned = [...known.keys()].filter((key) => isWithin(uri, key) && known.delete(key));
      if (concerned.length > 0) onChange();
    },
    forgetAll: () => {
      known.clear();
    },
  };
}
