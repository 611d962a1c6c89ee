import * as l10n from '@vscode/l10n';
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { MergedTexts } from '../core/meetings/merge-baseline.ts';
import { decodeText } from './decode-text.ts';
import { UsageError } from './environment.ts';
import { GitError, gitText, type Git } from './git.ts';

/** A document whose versions are asked for. */
export interface VersionedDocument {
  /** Absolute path. */
  readonly location: string;
  readonly bytes: Uint8Array;
}

/** What the commits since a revision hold of documents. */
export interface CommittedVersions {
  /**
   * Returns a document's text in the merge base; null where it is the same, not there, or no text.
   * @throws GitError where the document is in no repository, or its history lacks a merge base.
   */
  baselineOf(document: VersionedDocument): string | null;
  /**
   * Returns a document as it is in the merge base, also under an earlier name; null where it is not there, or no text.
   * @throws GitError as `baselineOf` does.
   */
  versionOf(document: VersionedDocument): { readonly text: string } | null;
  /** Returns a document's texts in each merge since then that changed it. */
  mergesOf(document: VersionedDocument): readonly MergedTexts[];
  /** Returns the parts that commits since then which touch the document say to have removed on purpose. */
  removedParts(document: VersionedDocument): readonly string[];
}

/**
 * Returns what is committed since the merge base of a revision and the checked out commit.
 * @throws UsageError where the revision looks like an option.
 */
export function createCommittedVersions(revision: string, git: Git): CommittedVersions {
  if (revision === '' || revision.startsWith('-')) {
    throw new UsageError(l10n.t('“{0}” is not a revision', revision));
  }
  const repositories = new Map<string, Repository>();
  const folders = new Map<string, FolderOfRepository | GitError>();
  const openFolder = (folder: string): FolderOfRepository => {
    const { root, prefix } = findRepository(folder, git);
    const repository = repositories.get(root) ?? openRepository(root, revision, git);
    repositories.set(root, repository);
    return { repository, prefix };
  };
  const folderOf = (folder: string): FolderOfRepository => {
    const found = folders.get(folder) ?? orGitError(() => openFolder(folder));
    folders.set(folder, found);
    if (found instanceof GitError) throw found;
    return found;
  };
  const ask = <T>(location: string, question: (repository: Repository, path: string) => T): T => {
    const { repository, prefix } = folderOf(dirname(location));
    return question(repository, prefix + basename(location));
  };
  return {
    baselineOf: ({ location, bytes }) =>
      ask(location, (repository, path) => repository.baselineOf(path, bytes)),
    versionOf: ({ location }) => ask(location, (repository, path) => repository.versionOf(path)),
    mergesOf: ({ location }) => ask(location, (repository, path) => repository.mergesOf(path)),
    removedParts: ({ location }) =>
      ask(location, (repository, path) => repository.removedParts(path)),
  };
}

function orGitError<T>(ask: () => T): T | GitError {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GitError) return error;
    throw error;
  }
}

/** Answers for paths relative to the root. */
interface Repository {
  baselineOf(path: string, bytes: Uint8Array): string | null;
  versionOf(path: string): { readonly text: string } | null;
  mergesOf(path: string): readonly MergedTexts[];
  removedParts(path: string): readonly string[];
}

interface FolderOfRepository {
  readonly repository: Repository;
  /** The folder's path relative to the root, with a slash at its end. */
  readonly prefix: string;
}

const withoutCommits: Repository = {
  baselineOf: () => null,
  versionOf: () => null,
  mergesOf: () => [],
  removedParts: () => [],
};

/** Returns whether nothing has been committed yet on the checked out branch. */
function isUnborn(root: string, git: Git): boolean {
  return 'code' in git.run(root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
}

function openRepository(root: string, revision: string, git: Git): Repository {
  const run = (...args: readonly string[]): string => gitText(git, root, args);
  if (revision === 'HEAD' && isUnborn(root, git)) return withoutCommits;
  const base = mergeBase(root, revision, git);
  const blobs = readTree(run('ls-tree', '-r', '-z', base));
  const renamed = renamedSince(
    run('diff-tree', '-r', '-z', '-M', '--name-status', '--diff-filter=R', base, 'HEAD', '--'),
  );
  const merges = readMerges(
    run('rev-list', '--merges', '--parents', '--max-count=50', `${base}..HEAD`, '--'),
    run,
  );
  const textOf = (blob: string): string | null => {
    const read = git.run(root, ['cat-file', 'blob', blob]);
    if ('reason' in read) throw new GitError(unread(blob, read.reason));
    const decoded = decodeText(read.bytes);
    return 'text' in decoded ? decoded.text : null;
  };
  const textIn = (commit: string, path: string): string | null => {
    const blob = readTree(run('ls-tree', '-z', '--full-tree', commit, '--', path)).get(path);
    return blob === undefined ? null : textOf(blob);
  };
  return {
    baselineOf(path, bytes) {
      const blob = blobs.get(renamed.get(path) ?? path);
      return blob === undefined || blob === blobId(bytes) ? null : textOf(blob);
    },
    versionOf(path) {
      const blob = blobs.get(renamed.get(path) ?? path);
      const text = blob === undefined ? null : textOf(blob);
      return text === null ? null : { text };
    },
    mergesOf: (path) =>
      merges
        .filter(({ paths }) => paths.has(path))
        .flatMap(({ commit, parents, common }) => {
          const merged = textIn(commit, path);
          if (merged === null) return [];
          const base = common === null ? null : textIn(common, path);
          return [{ merged, parents: parents.map((parent) => textIn(parent, path)), base }];
        }),
    removedParts(path) {
      const format = '--format=%(trailers:key=Minutes-Removed,valueonly,unfold)';
      return run('rev-list', format, `${base}..HEAD`, '--', path)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !/^commit [0-9a-f]+$/.test(line));
    },
  };
}

/** A shallow or partial clone lacks versions, and nothing is fetched here. */
function unread(blob: string, reason: string): string {
  return l10n.t(
    'an earlier version ({0}) can’t be read: {1}; fetch the whole history first, with “git fetch --unshallow --refetch”, or “fetch-depth: 0” and no “filter” in the checkout step',
    blob.slice(0, 12),
    reason,
  );
}

function findRepository(folder: string, git: Git): { root: string; prefix: string } {
  const found = git.run(folder, ['rev-parse', '--show-toplevel', '--show-prefix']);
  if ('bytes' in found) {
    const [root = '', prefix = ''] = new TextDecoder().decode(found.bytes).split('\n');
    return { root, prefix };
  }
  throw new GitError(
    found.code !== null && found.reason.startsWith('not a git repository')
      ? l10n.t('{0} is not in a git repository', folder)
      : l10n.t('git can’t be asked about {0}: {1}', folder, found.reason),
  );
}

/** Returns the id that git gives to a file's content. */
function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Reads `mode blob id\tpath\0…` as the id of each path. */
function readTree(output: string): ReadonlyMap<string, string> {
  return new Map(
    output.split('\0').flatMap((entry): [string, string][] => {
      const [, id, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
      return id === undefined || path === undefined ? [] : [[path, id]];
    }),
  );
}

/** Finds where the checked out commit left a revision, so that what the revision gained since is not “lost”. */
function mergeBase(root: string, revision: string, git: Git): string {
  const commit = resolveCommit(root, revision, git);
  const found = git.run(root, ['merge-base', commit, resolveCommit(root, 'HEAD', git)]);
  if ('bytes' in found) return new TextDecoder().decode(found.bytes).trim();
  const isShallow = gitText(git, root, ['rev-parse', '--is-shallow-repository']).trim() === 'true';
  throw new GitError(
    isShallow
      ? l10n.t(
          'this shallow clone lacks the merge base of {0} and HEAD: deepen it with “git fetch --unshallow”, or “fetch-depth: 0” in the checkout step',
          revision,
        )
      : l10n.t('{0} and HEAD have no common history', revision),
  );
}

function resolveCommit(root: string, revision: string, git: Git): string {
  const found = git.run(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if ('bytes' in found) return new TextDecoder().decode(found.bytes).trim();
  throw new GitError(l10n.t('there is no commit {0} in {1}: fetch it first', revision, root));
}

/** Reads `R100\0old\0new\0…` as the old path of each new one. */
function renamedSince(output: string): ReadonlyMap<string, string> {
  const fields = output.split('\0');
  const renamed = new Map<string, string>();
  for (let index = 0; index + 2 < fields.length; index += 3) {
    renamed.set(fields[index + 2] ?? '', fields[index + 1] ?? '');
  }
  return renamed;
}

interface Merge {
  readonly commit: string;
  readonly parents: readonly string[];
  /** Merge base of the first two parents; null where there is none. */
  readonly common: string | null;
  /** The paths that the merge changed for one of its parents. */
  readonly paths: ReadonlySet<string>;
}

function readMerges(output: string, run: (...args: readonly string[]) => string): readonly Merge[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [commit = '', ...parents] = line.split(' ');
      const changed = run(
        'diff-tree',
        '-r',
        '-m',
        '-z',
        '--name-only',
        '--no-commit-id',
        commit,
        '--',
      );
      return {
        commit,
        parents,
        common: commonCommit(parents, run),
        paths: new Set(changed.split('\0')),
      };
    });
}

function commonCommit(
  [first = '', second = '']: readonly string[],
  run: (...args: readonly string[]) => string,
): string | null {
  const found = orGitError(() => run('merge-base', first, second).trim());
  return found instanceof GitError ? null : found;
}
