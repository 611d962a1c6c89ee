import { dirname } from 'node:path';
import type { Environment } from '../environment.ts';
import type { CheckRunOptions } from '../run-options.ts';
import { searchedFolders } from '../templates.ts';
import { contentHash } from './content-hash.ts';
import { createResultStore, type ResultStore } from './result-store.ts';
import { runKey } from './result-keys.ts';

/**
 * Returns the results of earlier runs over paths; null where none are kept:
 * not of the standard input, and not where each file is compared with git.
 */
export function openResults(
  paths: readonly string[],
  options: CheckRunOptions,
  environment: Environment,
): ResultStore | null {
  const { files } = environment;
  const isKept =
    options.cache !== false && options.base === undefined && options.stdinFilename === undefined;
  if (!isKept || paths.includes('-')) return null;
  const [first = '.'] = paths;
  const within = files.kindOf(first) === 'folder' ? first : dirname(first);
  const location = `${files.absolute(within)}/minutes.md`;
  const document = { path: location, location, within, origin: 'found' as const };
  const root = searchedFolders(document, files).at(-1) ?? files.absolute(within);
  const where = options.cacheLocation === undefined ? null : files.absolute(options.cacheLocation);
  const folder = environment.openCache(where, root);
  if (folder === null) return null;
  const name = `${contentHash(runKey(options, environment))}.json`;
  return createResultStore(files, { folder, name }, environment.now());
}

/** Returns a store for a thread, which keeps nothing by itself. */
export function emptyResults({ files, now }: Pick<Environment, 'files' | 'now'>): ResultStore {
  return createResultStore(files, null, now());
}
