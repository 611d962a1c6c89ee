import type { FindingCounts } from '../../core/publishing/charts/findings-chart.ts';
import type { Severity } from '../../core/template/severity.ts';
import { reportsOf } from '../check-documents.ts';
import type { DocumentReport } from '../document-report.ts';
import type { Environment } from '../environment.ts';
import { startRun } from '../run.ts';

/** Returns how many findings the minutes of paths have, by the location of each. */
export async function countFindings(
  paths: readonly string[],
  { template }: { readonly template?: string },
  environment: Environment,
): Promise<ReadonlyMap<string, FindingCounts>> {
  const outputs = [{ format: 'json' as const, file: null }];
  const options = {
    ...(template !== undefined && { template }),
    outputs,
    profile: 'auto' as const,
  };
  // What can't be read is reported by what reads the series.
  const run = startRun({ ...options, paths }, environment, () => undefined);
  const reports = await reportsOf(paths, { ...options, paths }, environment, run);
  return new Map(
    reports
      .filter(({ state, template: source }) => state === 'checked' && source !== null)
      .map((report) => [report.location ?? report.path, countsOf(report)]),
  );
}

function countsOf({ findings }: DocumentReport): FindingCounts {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    error: count('error'),
    warning: count('warning'),
    information: count('information'),
    hint: count('hint'),
  };
}
