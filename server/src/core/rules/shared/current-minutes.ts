import { minutesAfter } from '../../meetings/series.ts';
import type { RuleContext } from '../rule.ts';

/**
 * Returns whether what is open concerns these minutes: they are a draft, or the last of their series.
 * What earlier minutes left open is reported where it was mentioned last.
 */
export function areCurrent({ date, today, history: { series } }: RuleContext): boolean {
  if (date === null) return series.minutes.length === 0;
  return date >= today || minutesAfter(series, date).length === 0;
}
