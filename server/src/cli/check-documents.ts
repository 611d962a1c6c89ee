import { checkApart } from './check-apart.ts';
import { checkOpened } from './check-document.ts';
import type { Environment } from './environment.ts';
import { openDocuments } from './open-documents.ts';
import { startRun } from './run.ts';
import type { RunOptions } from './run-options.ts';

/** Checks the documents of the given paths, writes what was found, and returns the exit code. */
export async function checkDocuments(
  paths: readonly string[],
  options: RunOptions,
  environment: Environment,
): Promise<number> {
  const run = startRun(options, environment);
  const reports =
    (await checkApart(paths, options, environment, run)) ??
    (await openDocuments(paths, options.stdinFilename, environment)).map((each) =>
      checkOpened(each, run),
    );
  return run.finish(reports, environment.output);
}
