import { DiagnosticSeverity, type CancellationToken } from 'vscode-languageserver';
import type { FindingCounts } from '../../core/publishing/charts/findings-chart.ts';
import { historyCharts } from '../../core/publishing/charts/history-charts.ts';
import type { IndexedMinutes } from '../../core/meetings/indexed-minutes.ts';
import type { Series } from '../../core/meetings/series.ts';
import { historyRequest } from '../../protocol/history.ts';
import { allSeries } from '../series/all-series.ts';
import { diagnosticsOf } from '../series/meeting-diagnostics.ts';
import type { Session } from '../session.ts';
import type { WorkspaceCheck } from '../workspace-check.ts';

/** Checking takes some milliseconds for each of the minutes: without being asked, only the last are checked for the picture. */
const checkedMeetings = 60;

/** Answers with the pictures of a series. */
export function handleHistory(session: Session, check: WorkspaceCheck): void {
  const { connection, series, today } = session;
  connection.onRequest(historyRequest, async ({ series: id, since, checksAll }, token) => {
    const all = await allSeries(series);
    const own = all.find(({ source }) => source.id === id);
    if (own === undefined) return null;
    const shown = own.series.minutes.filter(({ date }) => date !== null && date >= (since ?? ''));
    const wanted = shown.filter(
      (minutes, index) =>
        checksAll || index >= shown.length - checkedMeetings || check.isKnown(minutes.file),
    );
    const findings = await countFindings(wanted, own.series, check, token);
    const charts = historyCharts(own.series, { since, today: today(), findings });
    const unchecked = shown.length - findings.size;
    return { name: own.source.template.name, charts, unchecked };
  });
}

async function countFindings(
  wanted: readonly IndexedMinutes[],
  series: Series,
  check: WorkspaceCheck,
  token: CancellationToken,
): Promise<ReadonlyMap<string, FindingCounts>> {
  const counts = new Map<string, FindingCounts>();
  for (const minutes of wanted.toReversed()) {
    if (token.isCancellationRequested) break;
    const diagnostics = await diagnosticsOf(minutes, series, check);
    const count = (severity: DiagnosticSeverity): number =>
      diagnostics.filter((each) => each.severity === severity).length;
    counts.set(minutes.id, {
      error: count(DiagnosticSeverity.Error),
      warning: count(DiagnosticSeverity.Warning),
      information: count(DiagnosticSeverity.Information),
      hint: count(DiagnosticSeverity.Hint),
    });
  }
  return counts;
}
