import { addDays, dayAfter } from '../../text/calendar-date.ts';
import { daysBetween } from '../../text/days-between.ts';
import type { IndexedMinutes } from '../../meetings/indexed-minutes.ts';
import { mostMarks } from './chart.ts';

/** A time whose meetings a picture shows as one. */
export interface TimeBin {
  /** ISO dates: the first day, and the day after the last. */
  readonly from: string;
  readonly to: string;
  /** What the time is called: a date, a month such as 2026-11, a quarter or a year. */
  readonly name: string;
  readonly meetings: readonly IndexedMinutes[];
}

type Unit = 'meeting' | 'month' | 'quarter' | 'year';

/**
 * Puts dated meetings, given the earliest first, into the shortest times of which a picture with so many rows has not too many;
 * where even years are too many, the earliest are left out.
 */
export function timeBins(
  meetings: readonly IndexedMinutes[],
  rowCount: number,
): readonly TimeBin[] {
  const most = Math.max(1, Math.floor(mostMarks / Math.max(1, rowCount)));
  const units = ['meeting', 'month', 'quarter', 'year'] as const;
  const all = units.map((unit) => binsBy(meetings, unit));
  const fitting = all.find((bins) => bins.length <= most);
  return fitting ?? (all.at(-1) ?? []).slice(-most);
}

function binsBy(meetings: readonly IndexedMinutes[], unit: Unit): readonly TimeBin[] {
  const groups = new Map<string, IndexedMinutes[]>();
  for (const minutes of meetings) {
    if (minutes.date === null) continue;
    const name = nameOf(minutes.date, unit);
    groups.set(name, [...(groups.get(name) ?? []), minutes]);
  }
  const names = [...groups.keys()];
  return [...groups].map(([name, own], index) => {
    const next = names[index + 1] ?? expectedAfter(name, names[index - 1]);
    return { name, ...spanOf(name, unit, next), meetings: own };
  });
}

function nameOf(date: string, unit: Unit): string {
  if (unit === 'meeting') return date;
  if (unit === 'year') return date.slice(0, 4);
  if (unit === 'month') return date.slice(0, 7);
  return `${date.slice(0, 4)}-Q${String(Math.ceil(Number(date.slice(5, 7)) / 3))}`;
}

/** A meeting takes no more days than these. */
const fortnight = 14;

/** The meeting after the last one is as far from it as the one before. */
function expectedAfter(last: string, before: string | undefined): string | undefined {
  if (before === undefined) return undefined;
  return addDays(last, Math.min(fortnight, daysBetween(before, last)));
}

/** A meeting takes the days up to the next, but not more than a fortnight. */
function spanOf(name: string, unit: Unit, next: string | undefined): { from: string; to: string } {
  if (unit === 'meeting') {
    let to = dayAfter(name);
    for (let day = 1; day < fortnight && to !== next; day++) to = dayAfter(to);
    return { from: name, to };
  }
  const year = Number(name.slice(0, 4));
  if (unit === 'year') return { from: `${name}-01-01`, to: `${yearName(year + 1)}-01-01` };
  const first = unit === 'month' ? Number(name.slice(5, 7)) : Number(name.slice(6)) * 3 - 2;
  const after = first + (unit === 'month' ? 1 : 3);
  const two = (month: number): string => String(month).padStart(2, '0');
  return {
    from: `${name.slice(0, 4)}-${two(first)}-01`,
    to: after > 12 ? `${yearName(year + 1)}-01-01` : `${name.slice(0, 4)}-${two(after)}-01`,
  };
}

function yearName(year: number): string {
  return String(year).padStart(4, '0');
}

/** Puts dated meetings, given the earliest first, into months; the earliest of too many are left out. */
export function monthBins(meetings: readonly IndexedMinutes[]): readonly TimeBin[] {
  return binsBy(meetings, 'month').slice(-mostMarks / 4);
}
