import * as l10n from '@vscode/l10n';
import { basename, dirname, join } from 'node:path';
import { FileError, type FileSystem } from './environment.ts';
import type { FoundDocument } from './found-document.ts';

/** A path that can't be looked at, with why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface FoundDocuments {
  readonly documents: readonly FoundDocument[];
  readonly unreadable: readonly Unreadable[];
}

export const templateFolder = '.minutes';

/**
 * Finds the Markdown files of the given paths, each once, those of a folder by name.
 * In folders, `README*`, `node_modules` and hidden folders but `.minutes` are left out,
 * and so are links that lead to folders or out of the given one.
 */
export function findDocuments(paths: readonly string[], files: FileSystem): FoundDocuments {
  const documents = new Map<string, FoundDocument>();
  const unreadable: Unreadable[] = [];
  const add = (path: string, within: string, origin: 'named' | 'found'): void => {
    const location = files.absolute(path);
    if (!documents.has(location)) documents.set(location, { path, location, within, origin });
  };
  for (const path of paths) {
    const kind = files.kindOf(path);
    if (kind === 'folder') walk(path, files, add, unreadable);
    else if (kind === 'file') add(path, dirname(path), 'named');
    else if (kind === 'other')
      unreadable.push({ path, reason: l10n.t('is neither a file nor a folder') });
    else unreadable.push({ path, reason: l10n.t('does not exist') });
  }
  return { documents: [...documents.values()], unreadable };
}

function walk(
  root: string,
  files: FileSystem,
  add: (path: string, within: string, origin: 'named' | 'found') => void,
  unreadable: Unreadable[],
): void {
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const below: string[] = [];
    for (const entry of listOrReport(folder, files, unreadable)) {
      const path = join(folder, entry.name);
      if (entry.kind === 'folder') {
        if (!entry.isLink && isVisited(folder, entry.name)) below.push(path);
      } else if (entry.kind === 'file' && isMarkdown(entry.name)) {
        if (!entry.isLink || leadsInside(root, path, files)) add(path, root, 'found');
      }
    }
    folders.push(...below.reverse());
  }
}

function listOrReport(
  folder: string,
  files: FileSystem,
  unreadable: Unreadable[],
): ReturnType<FileSystem['list']> {
  try {
    return files.list(folder);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    unreadable.push({ path: folder, reason: error.message });
    return [];
  }
}

function isVisited(parent: string, name: string): boolean {
  if (name === 'node_modules' || basename(parent) === templateFolder) return false;
  return name === templateFolder || !name.startsWith('.');
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name) && !/^(?:\.|readme\b)/i.test(name);
}

function leadsInside(root: string, path: string, files: FileSystem): boolean {
  const folder = files.resolved(root);
  const target = files.resolved(path);
  return folder !== null && target?.startsWith(withSlash(folder)) === true;
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
