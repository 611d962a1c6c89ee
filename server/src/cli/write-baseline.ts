import * as l10n from '@vscode/l10n';
import { reportsOf } from './check-documents.ts';
import { FileError, UsageError, type Environment } from './environment.ts';
import { readBaselineFile } from './hide-known.ts';
import {
  countKnown,
  knownFindingsFile,
  rootOfReport,
  withoutGone,
  writeKnownFindings,
  type KnownFindings,
} from './known-findings.ts';
import { printableLine } from './printable-text.ts';
import type { RunOptions } from './run-options.ts';
import { startRun } from './run.ts';

/** The options of `minutes baseline`. */
export interface BaselineOptions extends Omit<RunOptions, 'outputs'> {
  /** Whether only what is gone is taken out. */
  readonly update?: boolean;
}

/**
 * Writes the findings of documents into the baselines of their repositories, and returns the exit code.
 * @throws UsageError where no folder with templates holds any document, or a baseline to update is absent.
 */
export async function writeBaseline(
  paths: readonly string[],
  { update = false, ...given }: BaselineOptions,
  environment: Environment,
): Promise<number> {
  const { files, output } = environment;
  const options = { ...given, outputs: [{ format: 'pretty' as const, file: null }] };
  const run = startRun({ ...options, baseline: false }, environment);
  const reports = run.select(await reportsOf(paths, options, environment, run));
  const roots = new Set(reports.flatMap((report) => rootOfReport(report) ?? []));
  if (roots.size === 0) throw new UsageError(l10n.t('no template claims any minutes there'));
  for (const root of roots) {
    const before = update ? readBaselineFile(root, files, run) : null;
    const minimum = before?.minimum ?? options.minSeverity ?? 'warning';
    const now = countKnown(reports, root, minimum);
    const known = update ? updated(before, now, root, environment) : now;
    if (known === null) {
      run.fail(run.showPath(`${root}/${knownFindingsFile}`), l10n.t('does not exist'));
      continue;
    }
    write(root, known);
  }
  return run.hasFailed() ? 2 : 0;

  function write(root: string, known: KnownFindings): void {
    const path = `${root}/${knownFindingsFile}`;
    try {
      files.write(path, new TextEncoder().encode(writeKnownFindings(known)));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      run.fail(run.showPath(path), error.message);
      return;
    }
    const counted = [...known.files.values()].filter((counts) => counts.size > 0);
    const findings = counted.flatMap((counts) => [...counts.values()]).reduce((a, b) => a + b, 0);
    const summary = l10n.t(
      '{0}: findings: {1}, files: {2}',
      run.showPath(path),
      findings,
      counted.length,
    );
    output.write(`${printableLine(summary)}\n`);
  }
}

function updated(
  before: KnownFindings | null,
  now: KnownFindings,
  root: string,
  { files }: Environment,
): KnownFindings | null {
  if (before === null) return null;
  return withoutGone(before, now, (path) => files.kindOf(`${root}/${path}`) !== 'absent');
}
