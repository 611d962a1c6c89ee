import * as l10n from '@vscode/l10n';
import type { IndexedMinutes } from '../../meetings/indexed-minutes.ts';
import { tableOf, type Chart } from './chart.ts';
import { stackedColumns } from './stacked-columns.ts';
import { timeBins, type TimeBin } from './time-bins.ts';

/** Returns how many people were at the meetings; of several meetings of one time, their mean. */
export function attendanceChart(meetings: readonly IndexedMinutes[]): Chart {
  const listed = meetings.filter(({ record }) => record.attendance.length > 0);
  const bins = timeBins(listed, 3);
  const counted = bins.map((bin) => ({ bin, counts: countsOf(bin) }));
  const names = [l10n.t('present'), l10n.t('guests'), l10n.t('absent')];
  return {
    id: 'attendance',
    title: l10n.t('Attendance'),
    summary: l10n.t('How many people were at each meeting. Meetings: {0}.', listed.length),
    form: 'columns',
    across: 'time',
    rows: [],
    legend: names,
    palette: null,
    marks: stackedColumns(
      counted.map(({ bin, counts }) => ({
        bin,
        parts: counts.map((count, index) => ({
          count,
          title: l10n.t('{0}: {1} {2}', bin.name, count, names[index] ?? ''),
        })),
        target: targetOf(bin),
      })),
    ),
    cancelled: [],
    table: tableOf(
      [l10n.t('Meeting'), ...names],
      counted
        .map(({ bin, counts }) => [{ text: bin.name, target: targetOf(bin) }, ...counts])
        .toReversed(),
    ),
  };
}

function countsOf({ meetings }: TimeBin): readonly number[] {
  return (['present', 'guest', 'absent'] as const).map((presence) => {
    const all = meetings.map(
      ({ record }) => record.attendance.filter((each) => each.presence === presence).length,
    );
    const sum = all.reduce((total, count) => total + count, 0);
    return Math.round((10 * sum) / all.length) / 10;
  });
}

function targetOf({ meetings }: TimeBin): { id: string; offset: number } | null {
  const last = meetings.at(-1);
  const [first] = last?.record.attendance ?? [];
  return last === undefined ? null : { id: last.id, offset: first?.range.start ?? 0 };
}
