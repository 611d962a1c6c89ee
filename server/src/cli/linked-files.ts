import { dirname } from 'node:path';
import { normalize } from 'node:path/posix';
import { once } from '../core/text/cached.ts';
import type { FileSystem } from './environment.ts';
import { searchedFolders } from './templates.ts';
import type { FoundDocument } from './found-document.ts';

/**
 * Returns a function that says whether a relative path from a document surely leads to nothing.
 * Nothing is looked for outside the git repository, or outside the given folder where there is none.
 */
export function absentFrom(document: FoundDocument, files: FileSystem): (path: string) => boolean {
  const { location } = document;
  const roots = once(() => searchedFolders(document, files).slice(-1));
  const isInside = (folder: string | null, path: string): boolean =>
    folder !== null && (path === folder || path.startsWith(`${folder.replace(/\/$/, '')}/`));
  return (path) => {
    const [root] = location === null ? [] : roots();
    if (location === null || root === undefined) return false;
    const target = normalize(`${dirname(location)}/${path}`).replace(/\/$/, '');
    if (path.includes('\0') || !isInside(root, target) || files.kindOf(target) !== 'absent') {
      return false;
    }
    const parent = files.resolved(dirname(target));
    return parent === null || isInside(files.resolved(root), parent);
  };
}
