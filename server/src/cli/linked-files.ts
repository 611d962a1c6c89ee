import { dirname } from 'node:path';
import { normalize } from 'node:path/posix';
import type { FileSystem } from './environment.ts';
import { searchedFolders } from './templates.ts';
import type { FoundDocument } from './found-document.ts';

/**
 * Returns a function that says whether a relative path from a document surely leads to nothing.
 * Nothing is looked for outside the git repository, or outside the given folder where there is none.
 */
export function absentFrom(document: FoundDocument, files: FileSystem): (path: string) => boolean {
  const { location } = document;
  const root = searchedFolders(document, files).at(-1);
  if (location === null || root === undefined) return () => false;
  const isInside = (folder: string | null, path: string): boolean =>
    folder !== null && (path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`));
  return (path) => {
    const target = normalize(`${dirname(location)}/${path}`).replace(/\/$/, '');
    if (path.includes('\0') || !isInside(root, target) || files.kindOf(target) !== 'absent') {
      return false;
    }
    const parent = files.resolved(dirname(target));
    return parent === null || isInside(files.resolved(root), parent);
  };
}
