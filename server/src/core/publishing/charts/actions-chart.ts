import * as l10n from '@vscode/l10n';
import type { SeriesAction } from '../../meetings/series-actions.ts';
import { daysBetween } from '../../text/days-between.ts';
import { mostRows, tableOf, type Chart, type Mark, type Target } from './chart.ts';

/** Returns how many actions each owner has open, by how long they are; `today` is an ISO date. */
export function actionsChart(open: readonly SeriesAction[], today: string): Chart {
  const ages = open.map((action) => ({ action, age: ageOf(action, today) }));
  const owners = new Map<string, number[]>();
  for (const { action, age } of ages) {
    for (const name of ownersOf(action)) owners.set(name, [...(owners.get(name) ?? []), age]);
  }
  const rows = [...owners]
    .sort(([a, own], [b, other]) => other.length - own.length || a.localeCompare(b))
    .slice(0, mostRows)
    .map(([name]) => name);
  return {
    id: 'actions',
    title: l10n.t('Open Actions'),
    summary: l10n.t('Open actions by owner and age. Actions: {0}.', open.length),
    form: 'rows',
    across: 'count',
    rows,
    legend: ageNames(),
    palette: null,
    marks: rows.flatMap((name) => marksOf(name, owners.get(name) ?? [])),
    cancelled: [],
    table: tableOf(
      [l10n.t('Owner'), l10n.t('Action'), l10n.t('Open since'), l10n.t('Days'), l10n.t('Due')],
      ages
        .toSorted((a, b) => b.age - a.age)
        .map(({ action, age }) => [
          ownersOf(action).join(', '),
          { text: action.last.text, target: targetOf(action) },
          action.mentions[0]?.meeting.date ?? '',
          age,
          action.due ?? '',
        ]),
    ),
  };
}

/** The most days of each class of ages; the last has no end. */
const ageLimits = [31, 92, 366];

function ageNames(): readonly string[] {
  return [
    l10n.t('up to a month'),
    l10n.t('up to three months'),
    l10n.t('up to a year'),
    l10n.t('longer'),
  ];
}

function marksOf(name: string, ages: readonly number[]): readonly Mark[] {
  const counts = ageNames().map(
    (_, index) =>
      ages.filter(
        (age) => age > (ageLimits[index - 1] ?? -1) && age <= (ageLimits[index] ?? Infinity),
      ).length,
  );
  let from = 0;
  return counts.flatMap((count, color): readonly Mark[] => {
    if (count === 0) return [];
    const title = l10n.t('{0}: {1} ({2})', name, count, ageNames()[color] ?? '');
    const mark = { from, to: from + count, row: name, low: 0, high: 0, color, strength: 0.85 };
    from += count;
    return [{ ...mark, title, target: null }];
  });
}

function ownersOf({ last }: SeriesAction): readonly string[] {
  return last.owners.length === 0 ? [l10n.t('Nobody')] : last.owners.map(({ name }) => name);
}

function ageOf({ mentions }: SeriesAction, today: string): number {
  const since = mentions[0]?.meeting.date ?? null;
  return since === null ? 0 : Math.max(0, daysBetween(since, today));
}

function targetOf({ mentions, last }: SeriesAction): Target | null {
  const minutes = mentions.at(-1)?.meeting;
  return minutes === undefined ? null : { id: minutes.id, offset: last.range.start };
}
