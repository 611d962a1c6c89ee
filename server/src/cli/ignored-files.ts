import createIgnore, { type Ignore } from 'ignore';
import { ancestors } from './ancestors.ts';
import type { FileSystem } from './environment.ts';
import type { Git } from './git.ts';

/** What a search below a folder passes over; paths are absolute. */
export interface Passed {
  readonly passesFile: (path: string) => boolean;
  /** Returns whether nothing in a folder is looked for. */
  readonly passesFolder: (path: string) => boolean;
}

/** Finds the files that git ignores. */
export interface IgnoreSources {
  readonly files: FileSystem;
  readonly git: Git;
}

const nothing: Passed = { passesFile: () => false, passesFolder: () => false };

/**
 * Returns what git ignores below a folder; nothing outside a repository, and where the folder itself is ignored.
 * Where git is absent or refuses, the `.gitignore` files are read instead.
 */
export function ignoredBelow(folder: string, sources: IgnoreSources): Passed {
  const { files, git } = sources;
  const root = files.absolute(folder);
  const repository = repositoryOf(root, files);
  if (repository === null) return nothing;
  const listed = git.run(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (!('bytes' in listed)) return byGitignoreFiles(root, repository, files);
  const paths = new TextDecoder()
    .decode(listed.bytes)
    .split('\0')
    .filter((path) => path !== '');
  if (paths.length === 0 && root !== repository && isIgnored(root, git)) return nothing;
  return allBut(paths, root);
}

/** Returns the root of the repository that an absolute folder is in; null where it is in none. */
export function repositoryOf(folder: string, files: FileSystem): string | null {
  const isRoot = (each: string): boolean => files.kindOf(inFolder(each, '.git')) !== 'absent';
  return ancestors(folder).find(isRoot) ?? null;
}

function isIgnored(folder: string, git: Git): boolean {
  const which = ['--others', '--ignored', '--exclude-standard', '--directory'];
  const ignored = git.run(folder, ['ls-files', '-z', ...which]);
  return 'bytes' in ignored && new TextDecoder().decode(ignored.bytes) === './\0';
}

/** Passes all that git doesn’t list; a path with a slash at its end, or of a submodule, is another repository. */
function allBut(paths: readonly string[], root: string): Passed {
  const start = keyOf(root).length;
  const listed = new Set(paths.map((path) => keyOf(inFolder(root, path.replace(/\/$/, '')))));
  const folders = new Set(listed);
  for (const path of listed) {
    for (let end = path.lastIndexOf('/'); end > start; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return {
    passesFile: (path) => !listed.has(keyOf(path)),
    passesFolder: (path) => !folders.has(keyOf(path)),
  };
}

/** On some machines a path has several spellings, of which git and the folder know different ones. */
function keyOf(path: string): string {
  return path.normalize().toLowerCase();
}

/** Reads `.gitignore` files from the repository’s root down, each when something below it is asked for. */
function byGitignoreFiles(root: string, repository: string, files: FileSystem): Passed {
  const read = new Map<string, Ignore | null>();
  const rulesOf = (folder: string): Ignore | null => {
    const known = read.get(folder);
    if (known !== undefined) return known;
    const text = [
      ...(folder === repository ? [textOf(inFolder(folder, '.git/info/exclude'), files)] : []),
      textOf(inFolder(folder, '.gitignore'), files),
    ].join('\n');
    const rules = text.trim() === '' ? null : createIgnore().add(text);
    read.set(folder, rules);
    return rules;
  };
  const isPassed = (path: string, suffix: '' | '/'): boolean => {
    const above = ancestors(path).slice(1);
    for (const folder of above.slice(0, above.indexOf(repository) + 1)) {
      const relative = path.slice(inFolder(folder, '').length) + suffix;
      const { ignored = false, unignored = false } = rulesOf(folder)?.test(relative) ?? {};
      if (ignored || unignored) return ignored;
    }
    return false;
  };
  if (root !== repository && isPassed(root, '/')) return nothing;
  return {
    passesFile: (path) => isPassed(path, ''),
    passesFolder: (path) => isPassed(path, '/'),
  };
}

function textOf(path: string, files: FileSystem): string {
  if (files.kindOf(path) !== 'file') return '';
  const read = files.read(path);
  return 'bytes' in read ? new TextDecoder().decode(read.bytes) : '';
}

function inFolder(folder: string, name: string): string {
  return `${folder.replace(/\/$/, '')}/${name}`;
}
