import { openActionsOf } from '../../meetings/series-actions.ts';
import { seriesOf, type Series } from '../../meetings/series.ts';
import { actionsChart } from './actions-chart.ts';
import { attendanceChart } from './attendance-chart.ts';
import type { Chart } from './chart.ts';
import { findingsChart, type FindingCounts } from './findings-chart.ts';
import { leadsChart } from './leads-chart.ts';
import { reportingChart } from './reporting-chart.ts';
import { roadmapChart } from './roadmap-chart.ts';

/** What the pictures of a series depend on besides it. */
export interface HistoryOptions {
  /** ISO date of the first day that is shown; null for the first meeting. */
  readonly since: string | null;
  /** ISO date. */
  readonly today: string;
  /** The findings of minutes by their ids, as far as they were checked. */
  readonly findings: ReadonlyMap<string, FindingCounts>;
}

/** Returns the pictures of a series; those that would show nothing are left out. Open actions are of any time. */
export function historyCharts(
  series: Series,
  { since, today, findings }: HistoryOptions,
): readonly Chart[] {
  const minutes = series.minutes.filter(({ date }) => date !== null && date >= (since ?? ''));
  const shown = seriesOf(minutes).minutes;
  return [
    reportingChart(shown),
    leadsChart(shown),
    roadmapChart(shown),
    actionsChart(openActionsOf(series), today),
    attendanceChart(shown),
    findingsChart(shown, findings),
  ].filter(({ marks, cancelled }) => marks.length > 0 || cancelled.length > 0);
}
