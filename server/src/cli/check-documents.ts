import { checkApart } from './check-apart.ts';
import { checkOpened } from './check-document.ts';
import type { Environment } from './environment.ts';
import { onlyNew } from './only-new.ts';
import { openDocuments } from './open-documents.ts';
import { startRun } from './run.ts';
import type { CheckRunOptions } from './run-options.ts';

/** Checks the documents of the given paths, writes what was found, and returns the exit code. */
export async function checkDocuments(
  paths: readonly string[],
  options: CheckRunOptions,
  environment: Environment,
): Promise<number> {
  const run = startRun({ ...options, paths }, environment);
  const reports =
    (await checkApart(paths, options, environment, run)) ??
    (await openDocuments(paths, options, environment, run.note)).map((each) =>
      checkOpened(each, run),
    );
  const { newSince } = options;
  const counted = newSince === undefined ? reports : onlyNew(reports, newSince, environment, run);
  return run.finish(counted, environment.output);
}
