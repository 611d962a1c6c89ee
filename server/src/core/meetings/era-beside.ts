import { dayBefore } from '../text/calendar-date.ts';
import { fewest } from './drift.ts';
import type { Witness } from './witness.ts';

/** A key of a template's front matter that ends or begins its era. */
export interface EraEdge {
  readonly key: 'from' | 'until';
  readonly day: string;
}

/**
 * Returns how an era leaves out minutes of an ISO date that seem to be of another meeting: where at least three
 * such are all before or all after those of the template's own kind, the form changed at a date. Else null.
 */
export function eraBeside(window: readonly Witness[], date: string | null): EraEdge | null {
  if (date === null) return null;
  const days = (isOther: boolean): readonly string[] =>
    window.flatMap((each) => (each.isOther === isOther ? (each.date ?? []) : []));
  const own = [...days(false)].sort();
  const others = [...days(true)].sort();
  const [firstOwn] = own;
  const [firstOther] = others;
  const lastOwn = own.at(-1);
  const lastOther = others.at(-1);
  if (firstOwn === undefined || lastOwn === undefined || others.length < fewest) return null;
  if (firstOther === undefined || lastOther === undefined) return null;
  if (lastOther < firstOwn && date < firstOwn) return { key: 'from', day: firstOwn };
  return lastOwn < firstOther && date >= firstOther
    ? { key: 'until', day: dayBefore(firstOther) }
    : null;
}
