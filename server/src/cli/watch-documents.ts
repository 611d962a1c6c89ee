import * as l10n from '@vscode/l10n';
import { basename, dirname } from 'node:path';
import { checkDocuments } from './check-documents.ts';
import { FileError, UsageError, type Environment, type WatchFolders } from './environment.ts';
import { searchOf, templateFolder, visitedFolders } from './find-documents.ts';
import type { CheckRunOptions } from './run-options.ts';
import { startRun } from './run.ts';
import { searchedFolders } from './templates.ts';

/**
 * Checks documents, and checks them again whenever they, their templates or what is beside them changes.
 * It ends only with the process.
 * @throws UsageError where the standard input is to be checked, or folders can't be watched.
 */
export async function watchDocuments(
  paths: readonly string[],
  options: CheckRunOptions,
  environment: Environment,
): Promise<never> {
  if (paths.includes('-') || environment.watch === null) {
    throw new UsageError(l10n.t('--watch takes files and folders'));
  }
  const given = paths.length === 0 ? ['.'] : paths;
  const outputs = new Set(
    options.outputs.flatMap(({ file }) => (file === null ? [] : environment.files.absolute(file))),
  );
  const concerns = (folder: string, name: string): boolean =>
    mayMatter(name) && !outputs.has(`${folder}/${name}`);
  const { output } = environment;
  for (let { today } = environment; ;) {
    const watched = watchedFolders(given, options, environment);
    const change = startWatching(environment.watch, watched, concerns);
    if (output.isTerminal) output.write(clearScreen);
    await checkDocuments(paths, options, { ...environment, today });
    const isComplete =
      watchedFolders(given, options, environment).join('\n') === watched.join('\n');
    if (!isComplete) continue;
    output.write(`\n${l10n.t('Watching for changes; Ctrl+C ends it.')}\n`);
    ({ today } = await change);
  }
}

function startWatching(
  watch: WatchFolders,
  ...args: Parameters<WatchFolders>
): ReturnType<WatchFolders> {
  try {
    return watch(...args);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageError(l10n.t('can’t be watched: {0}', error.message));
  }
}

/** Clears the screen and what scrolled away, and goes to its top. */
const clearScreen = '\u001B[2J\u001B[3J\u001B[H';

/**
 * Returns the folders in which a change may change what is found: those that are searched,
 * those of the series, and those in which a template could come to be.
 */
function watchedFolders(
  given: readonly string[],
  options: CheckRunOptions,
  environment: Environment,
): readonly string[] {
  const { files } = environment;
  const search = searchOf(options, environment);
  const run = startRun(options, environment, () => undefined);
  const watched = new Set<string>();
  const add = (folder: string): void => {
    if (files.kindOf(folder) === 'folder') watched.add(files.absolute(folder));
  };
  for (const path of given) {
    const isFolder = files.kindOf(path) === 'folder';
    const folder = isFolder ? path : dirname(path);
    if (isFolder) visitedFolders(folder, search).forEach(add);
    else add(folder);
    const location = `${files.absolute(folder)}/minutes.md`;
    const document = { path: location, location, within: folder, origin: 'found' as const };
    for (const above of searchedFolders(document, files)) {
      add(above);
      add(`${above}/${templateFolder}`);
    }
    for (const { root } of run.claiming.templates.nearest(document)) {
      if (root !== null) visitedFolders(root, search).forEach(add);
    }
  }
  if (options.template !== undefined) add(dirname(options.template));
  return [...watched];
}

/** Minutes, templates, settings, and names without an ending, which may be folders. */
function mayMatter(name: string): boolean {
  return (
    /\.(?:md|markdown|ya?ml)$/i.test(name) ||
    name === '.gitignore' ||
    name === templateFolder ||
    !basename(name).includes('.')
  );
}
