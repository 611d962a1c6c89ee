import { checkApart } from './check-apart.ts';
import { checkOpened } from './check-document.ts';
import type { DocumentReport } from './document-report.ts';
import type { Environment } from './environment.ts';
import { onlyNew } from './only-new.ts';
import { openDocuments } from './open-documents.ts';
import { startRun, type Run } from './run.ts';
import type { CheckRunOptions, RunOptions } from './run-options.ts';

/** Checks the documents of the given paths, writes what was found, and returns the exit code. */
export async function checkDocuments(
  paths: readonly string[],
  options: CheckRunOptions,
  environment: Environment,
): Promise<number> {
  const run = startRun({ ...options, paths }, environment);
  const reports = await reportsOf(paths, options, environment, run);
  const { newSince } = options;
  const counted = newSince === undefined ? reports : onlyNew(reports, newSince, environment, run);
  return run.finish(counted, environment.output);
}

/** Returns the reports of the documents of paths, checked beside each other where that is sooner. */
export async function reportsOf(
  paths: readonly string[],
  options: RunOptions,
  environment: Environment,
  run: Run,
): Promise<readonly DocumentReport[]> {
  const apart = await checkApart(paths, options, environment, run);
  if (apart !== null) return apart;
  const opened = await openDocuments(paths, options, environment, run.note);
  return opened.map((each) => checkOpened(each, run));
}
