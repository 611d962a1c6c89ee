import { basename, dirname, join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { matchesGlob } from '../core/text/match-glob.ts';
import { FileError, type FileSystem, type FolderEntry } from './environment.ts';
import type { FoundDocument } from './found-document.ts';
import { ignoredBelow, type IgnoreSources, type Passed } from './ignored-files.ts';

/** A path that is not looked at, with why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export interface FoundDocuments {
  readonly documents: readonly FoundDocument[];
  /** What was to be looked at, and can’t be. */
  readonly unreadable: readonly Unreadable[];
  /** Links, pipes and devices that are passed over. */
  readonly passed: readonly Unreadable[];
}

/** Where documents are looked for, and what is left out. */
export interface SearchOptions extends IgnoreSources {
  /** Whether what git ignores is left out. */
  readonly ignore: boolean;
  /** Globs, relative to the given folder, of what is left out. */
  readonly exclude: readonly string[];
}

/** Returns how documents are looked for, as the user’s options say; what git ignores is left out by default. */
export function searchOf(
  {
    ignore = true,
    exclude = [],
  }: { readonly ignore?: boolean; readonly exclude?: readonly string[] },
  { files, git }: IgnoreSources,
): SearchOptions {
  return { files, git, ignore, exclude };
}

export const templateFolder = '.minutes';

/**
 * Finds the Markdown files of the given paths, each once, those of a folder by name.
 * In folders, `README*`, `node_modules`, hidden folders but `.minutes` and what git ignores are left out,
 * and so are links that lead to folders or out of the given one, pipes and devices.
 */
export function findDocuments(paths: readonly string[], options: SearchOptions): FoundDocuments {
  const { files } = options;
  const documents = new Map<string, FoundDocument>();
  const unreadable: Unreadable[] = [];
  const passed: Unreadable[] = [];
  const add = (path: string, within: string, origin: 'named' | 'found'): void => {
    const location = files.absolute(path);
    if (!documents.has(location)) documents.set(location, { path, location, within, origin });
  };
  for (const path of paths) {
    const kind = files.kindOf(path);
    if (kind === 'folder') {
      const found = walk(path, options);
      for (const each of found.paths) add(each, path, 'found');
      unreadable.push(...found.unreadable);
      passed.push(...found.passed);
    } else if (kind === 'file') add(path, dirname(path), 'named');
    else {
      const reason =
        kind === 'other' ? l10n.t('is neither a file nor a folder') : l10n.t('does not exist');
      unreadable.push({ path, reason });
    }
  }
  return { documents: [...documents.values()], unreadable, passed };
}

/** Returns the folders that a search below a folder looks into, itself among them. */
export function visitedFolders(root: string, options: SearchOptions): readonly string[] {
  return walk(root, options).folders;
}

/** What a walk through a folder finds. */
interface Walk {
  /** The folders that were looked into. */
  readonly folders: string[];
  readonly paths: string[];
  readonly unreadable: Unreadable[];
  readonly passed: Unreadable[];
}

function walk(root: string, options: SearchOptions): Walk {
  const { files } = options;
  const found: Walk = { folders: [], paths: [], unreadable: [], passed: [] };
  const location = files.absolute(root);
  const placeOf = (path: string): string => files.absolute(path);
  const excludes = excludesOf(location, options.exclude);
  const ignored = (folder: string): Passed | null =>
    options.ignore ? ignoredBelow(folder, options) : null;
  const folders = [{ folder: root, passed: ignored(root) }];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    found.folders.push(next.folder);
    const entries = listOrReport(next.folder, files, found.unreadable);
    const isNested = next.folder !== root && entries.some(({ name }) => name === '.git');
    const passed = isNested ? ignored(next.folder) : next.passed;
    const below: typeof folders = [];
    for (const entry of entries) {
      if (!isLookedFor(entry, next.folder)) continue;
      const path = join(next.folder, entry.name);
      const place = placeOf(path);
      if (excludes(place)) continue;
      if (entry.kind === 'folder' && !entry.isLink) {
        if (passed?.passesFolder(place) !== true) below.push({ folder: path, passed });
      } else if (entry.kind === 'other' || passed?.passesFile(place) !== true) {
        const reason = whyPassed(root, path, entry, files);
        if (reason !== null) found.passed.push({ path, reason });
        else if (entry.kind === 'file') found.paths.push(path);
      }
    }
    folders.push(...below.reverse());
  }
  return found;
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

function isLookedFor({ name, kind, isLink }: FolderEntry, folder: string): boolean {
  if (kind !== 'folder') return isMarkdown(name);
  return isVisited(folder, name) && !(isLink && name === templateFolder);
}

function isVisited(parent: string, name: string): boolean {
  if (name === 'node_modules' || basename(parent) === templateFolder) return false;
  return name === templateFolder || !name.startsWith('.');
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name) && !/^(?:\.|readme\b)/i.test(name);
}

/** Returns a function that says whether a path, or a folder above it, is excluded. */
function excludesOf(root: string, globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const start = withSlash(root).length;
  return (path) => {
    const relative = path.slice(start);
    return globs.some((glob) => matchesGlob(glob, relative) || matchesGlob(glob, `${relative}/`));
  };
}

/** Returns why an entry is passed over; null where it is a file, or leads to one, inside the given folder. */
function whyPassed(
  root: string,
  path: string,
  { kind, isLink }: FolderEntry,
  files: FileSystem,
): string | null {
  if (kind === 'other') return l10n.t('is neither a file nor a folder; it is passed over');
  if (!isLink) return null;
  if (kind === 'absent') return l10n.t('is a link that leads to nothing; it is passed over');
  const folder = files.resolved(root);
  const target = files.resolved(path);
  if (folder !== null && target !== null && withSlash(target).startsWith(withSlash(folder))) {
    return null;
  }
  return l10n.t('is a link that leads out of {0}; it is passed over', root);
}

function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
