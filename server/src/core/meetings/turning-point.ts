import { compareStrings } from '../text/compare-strings.ts';
import type { Departure } from './departure.ts';
import { departing } from './drift.ts';
import type { Witness } from './witness.ts';

/** On either side of a day on which a form changed, so many minutes show it. */
const fewest = 3;

/**
 * Returns the ISO date of the first of a window's minutes that depart from the template, where all after them
 * do, too, and none before: from that day on the group has another form. Null where there is no such day.
 */
export function turningPoint(window: readonly Witness[], departure: Departure): string | null {
  const dated = window
    .flatMap((witness) => (witness.date === null ? [] : [{ witness, date: witness.date }]))
    .sort((a, b) => compareStrings(a.date, b.date));
  const departed = new Set(departing(window, departure));
  const first = dated.findIndex(({ witness }) => departed.has(witness));
  const stays = dated.slice(first).every(({ witness }) => departed.has(witness));
  return first >= fewest && dated.length - first >= fewest && stays
    ? (dated[first]?.date ?? null)
    : null;
}
