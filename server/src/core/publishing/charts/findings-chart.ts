import * as l10n from '@vscode/l10n';
import type { IndexedMinutes } from '../../meetings/indexed-minutes.ts';
import type { Severity } from '../../template/severity.ts';
import { tableOf, type Chart } from './chart.ts';
import { stackedColumns } from './stacked-columns.ts';
import { monthBins, type TimeBin } from './time-bins.ts';

/** How many findings minutes have, by severity. */
export type FindingCounts = Readonly<Record<Severity, number>>;

const severities = ['error', 'warning', 'information', 'hint'] as const;

/** Returns how many findings the minutes of each month have; minutes that were not checked are left out. */
export function findingsChart(
  meetings: readonly IndexedMinutes[],
  counts: ReadonlyMap<string, FindingCounts>,
): Chart {
  const checked = meetings.filter(({ id }) => counts.has(id));
  const bins = monthBins(checked);
  const names = [l10n.t('errors'), l10n.t('warnings'), l10n.t('information'), l10n.t('hints')];
  const columns = bins.map((bin) => ({
    bin,
    sums: severities.map((severity) =>
      bin.meetings.reduce((sum, { id }) => sum + (counts.get(id)?.[severity] ?? 0), 0),
    ),
  }));
  return {
    id: 'findings',
    title: l10n.t('Findings'),
    summary: l10n.t('How many findings minutes have, by month. Meetings: {0}.', checked.length),
    form: 'columns',
    across: 'time',
    rows: [],
    legend: names,
    palette: [3, 1, 0, 7],
    marks: stackedColumns(
      columns.map(({ bin, sums }) => ({
        bin,
        parts: sums.map((count, index) => ({
          count,
          title: l10n.t('{0}: {1} {2}', bin.name, count, names[index] ?? ''),
        })),
        target: targetOf(bin),
      })),
    ),
    cancelled: [],
    table: tableOf(
      [l10n.t('Month'), ...names],
      columns
        .map(({ bin, sums }) => [{ text: bin.name, target: targetOf(bin) }, ...sums])
        .toReversed(),
    ),
  };
}

function targetOf({ meetings }: TimeBin): { id: string; offset: number } | null {
  const last = meetings.at(-1);
  return last === undefined ? null : { id: last.id, offset: 0 };
}
