import * as l10n from '@vscode/l10n';
import type { IndexedMinutes, IndexedTeam } from '../../meetings/indexed-minutes.ts';
import { mostRows, tableOf, type Cell, type Chart, type Mark } from './chart.ts';
import { timeBins, type TimeBin } from './time-bins.ts';

/** Returns how much each team wrote in each time. */
export function reportingChart(meetings: readonly IndexedMinutes[]): Chart {
  const names = teamNames(meetings);
  const rows = [...names.values()].slice(0, mostRows);
  const shown = new Map([...names].slice(0, mostRows));
  const bins = timeBins(meetings, rows.length);
  const cells = bins.map((bin) => cellsOf(bin, shown));
  const most = Math.max(1, ...cells.flatMap((each) => each.map(({ lines }) => lines)));
  return {
    id: 'reporting',
    title: l10n.t('Reporting'),
    summary: l10n.t(
      'How many lines each team wrote at each meeting. Teams: {0}, meetings: {1}.',
      rows.length,
      bins.reduce((sum, bin) => sum + bin.meetings.length, 0),
    ),
    form: 'rows',
    across: 'time',
    rows,
    legend: [],
    palette: null,
    marks: bins.flatMap((bin, index) =>
      (cells[index] ?? []).flatMap((cell) => markOf(cell, bin, most)),
    ),
    cancelled: meetings.flatMap(({ cancelled, date }) =>
      cancelled && date !== null ? [date] : [],
    ),
    table: tableOf(
      [l10n.t('Meeting'), ...rows],
      bins.map((bin, index) => rowOf(bin, cells[index] ?? [])).toReversed(),
    ),
  };
}

/** Teams by their keys, the one that reported last first, then by the alphabet. */
function teamNames(meetings: readonly IndexedMinutes[]): ReadonlyMap<string, string> {
  const lastSeen = new Map<string, { name: string; date: string }>();
  for (const { teams, date } of meetings) {
    for (const { key, heading } of teams)
      lastSeen.set(key, { name: heading.team, date: date ?? '' });
  }
  const lastYear =
    [...lastSeen.values()]
      .map(({ date }) => date.slice(0, 4))
      .sort()
      .at(-1) ?? '';
  const isCurrent = (date: string): boolean => date.startsWith(lastYear);
  return new Map(
    [...lastSeen]
      .sort(
        ([, a], [, b]) =>
          Number(isCurrent(b.date)) - Number(isCurrent(a.date)) ||
          a.name.localeCompare(b.name, 'en', { numeric: true }),
      )
      .map(([key, { name }]) => [key, name]),
  );
}

/** What a team wrote in a time. */
interface ReportedCell {
  readonly name: string;
  readonly lines: number;
  /** The last update in the time; null where there is none. */
  readonly last: { readonly minutes: IndexedMinutes; readonly team: IndexedTeam } | null;
}

function cellsOf(bin: TimeBin, names: ReadonlyMap<string, string>): readonly ReportedCell[] {
  const byTeam = new Map<string, { lines: number; last: NonNullable<ReportedCell['last']> }>();
  for (const minutes of bin.meetings) {
    for (const team of minutes.teams) {
      const lines = (byTeam.get(team.key)?.lines ?? 0) + team.lineCount;
      byTeam.set(team.key, { lines, last: { minutes, team } });
    }
  }
  return [...names].map(([key, name]) => {
    const own = byTeam.get(key);
    return { name, lines: own?.lines ?? 0, last: own?.last ?? null };
  });
}

function markOf({ name, lines, last }: ReportedCell, bin: TimeBin, most: number): readonly Mark[] {
  if (last === null || lines === 0) return [];
  return [
    {
      from: bin.from,
      to: bin.to,
      row: name,
      low: 0,
      high: 0,
      color: 0,
      strength: 0.25 + 0.75 * Math.sqrt(lines / most),
      title: l10n.t('{0}, {1}: {2} lines', name, bin.name, lines),
      target: { id: last.minutes.id, offset: last.team.range.start },
    },
  ];
}

function rowOf(bin: TimeBin, cells: readonly ReportedCell[]): readonly Cell[] {
  const [only, ...others] = bin.meetings;
  const isCancelled = bin.meetings.every(({ cancelled }) => cancelled);
  const name = isCancelled ? l10n.t('{0} (cancelled)', bin.name) : bin.name;
  return [
    only === undefined || others.length > 0
      ? name
      : { text: name, target: { id: only.id, offset: 0 } },
    ...cells.map(({ lines, last }): Cell => {
      if (last === null) return '';
      return { text: lines, target: { id: last.minutes.id, offset: last.team.range.start } };
    }),
  ];
}
