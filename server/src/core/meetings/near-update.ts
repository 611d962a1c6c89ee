import type { IndexedMinutes } from './indexed-minutes.ts';
import { updatesOf, type TeamUpdate } from './roster-over-time.ts';
import type { Series } from './series.ts';

/** The minutes from which a team's other updates are looked for. */
export type OwnMinutes = Pick<IndexedMinutes, 'id' | 'date'>;

/** Returns a team's nearest update that says something before or after minutes; undated minutes are the latest. */
export function nearUpdate(
  key: string,
  own: OwnMinutes,
  direction: 'previous' | 'next',
  series: Series,
): TeamUpdate | null {
  const others = updatesOf(key, series).filter(
    ({ minutes, team }) => minutes.id !== own.id && team.lineCount > 0,
  );
  const found =
    direction === 'previous'
      ? others.findLast(({ minutes }) => isBefore(minutes, own))
      : others.find(({ minutes }) => !isBefore(minutes, own));
  return found ?? null;
}

function isBefore(minutes: OwnMinutes, own: OwnMinutes): boolean {
  if (own.date === null) return true;
  return (minutes.date ?? '') < own.date || (minutes.date === own.date && minutes.id < own.id);
}
