import { checkApart } from './check-apart.ts';
import { checkKept } from './check-kept.ts';
import { checkOpened, reportUnreadable } from './check-document.ts';
import type { DocumentReport } from './document-report.ts';
import type { Environment } from './environment.ts';
import { onlyNew } from './only-new.ts';
import { findDocuments, searchOf } from './find-documents.ts';
import { openDocuments, openFound } from './open-documents.ts';
import { readingOnce } from './read-once.ts';
import { openResults } from './results/open-results.ts';
import { startRun, type Run } from './run.ts';
import type { CheckRunOptions } from './run-options.ts';

/** Checks the documents of the given paths, writes what was found, and returns the exit code. */
export async function checkDocuments(
  paths: readonly string[],
  options: CheckRunOptions,
  outside: Environment,
): Promise<number> {
  const environment = { ...outside, files: readingOnce(outside.files) };
  const store = openResults(paths, options, environment);
  const run = startRun({ ...options, paths }, environment, undefined, store);
  const reports = await reportsOf(paths, options, environment, run);
  const { newSince } = options;
  const counted = newSince === undefined ? reports : onlyNew(reports, newSince, environment, run);
  return run.finish(counted, environment.output);
}

/** Returns the reports of the documents of paths, checked beside each other where that is sooner. */
export async function reportsOf(
  paths: readonly string[],
  options: CheckRunOptions,
  environment: Environment,
  run: Run,
): Promise<readonly DocumentReport[]> {
  if (run.results !== null) return checkKept(paths, options, environment, run, run.results);
  if (paths.includes('-') || options.stdinFilename !== undefined) {
    const opened = await openDocuments(paths, options, environment, run.note);
    return opened.map((each) => checkOpened(each, run));
  }
  const search = searchOf(options, environment);
  const found = findDocuments(paths.length === 0 ? ['.'] : paths, search);
  for (const { path, reason } of found.passed) run.note(path, reason);
  const unread = found.unreadable.map((each) => reportUnreadable(each, run));
  const reports =
    (await checkApart(found.documents, options, environment, run)) ??
    found.documents.map((document) => checkOpened(openFound(document, environment.files), run));
  return [...unread, ...reports];
}
