import type { Departure } from './departure.ts';
import {
  driftIn,
  fewest,
  occasional,
  olderThanLine,
  runAtEnd,
  runBeside,
  sharedForm,
  type Drift,
} from './drift.ts';
import { byDate } from './horizon.ts';
import type { LineSince, Witness } from './witness.ts';

/** What the minutes around some others do. */
export interface Evidence {
  /** Returns how many depart from the template in the same way, where so many do that it is not a slip; else null. */
  driftOf(departure: Departure): Drift | null;
  /** Returns whether any other minutes do the same. */
  isHabit(habit: string): boolean;
  /** Returns whether three other minutes have a heading, given as headings are compared. */
  isHeading(key: string): boolean;
  /** Whether at least three others are of the template's kind of meeting, so that one that is not is another. */
  readonly agrees: boolean;
  /** The minutes that count, those of other meetings too, in order. */
  readonly window: readonly Witness[];
}

/** What the last minutes that a template claims do. */
export interface TemplateUsage {
  readonly window: readonly Witness[];
  readonly since: LineSince;
}

/** The usage of a template of which no minutes are known. */
export const noUsage: TemplateUsage = { window: [], since: () => null };

/** How many minutes around others are their evidence. */
export const windowSize = 20;

/** The evidence where there are no other minutes. */
export const noEvidence: Evidence = {
  driftOf: () => null,
  isHabit: () => false,
  isHeading: () => false,
  agrees: false,
  window: [],
};

/** Returns what the minutes of a window say about those of an id, which may be among them. */
export function evidenceOf(
  window: readonly Witness[],
  id: string | null,
  since: LineSince,
): Evidence {
  if (window.length < fewest) return noEvidence;
  const counted = ofOneKind(window);
  const others = counted.filter((witness) => witness.id !== id);
  const inOrder = [...window].sort(byDate);
  return {
    driftOf: (departure) =>
      olderThanLine(window, id, departure, since) ??
      driftIn(counted, departure, since) ??
      runBeside(inOrder, id, departure, since) ??
      sharedForm(counted, id, departure, since) ??
      occasional(ofOneKind(inOrder), departure, since),
    isHabit: (habit) => others.some(({ habits }) => habits.has(habit)),
    isHeading: (key) => others.filter(({ headings }) => headings.has(key)).length >= fewest,
    agrees: others.filter(({ isOther }) => !isOther).length >= fewest,
    window: inOrder,
  };
}

/** Returns the drifts of a window, one a line of the template: the one that most depart by. */
export function driftsIn(window: readonly Witness[], since: LineSince): readonly Drift[] {
  if (window.length < fewest) return [];
  const counted = ofOneKind(window);
  const inOrder = [...counted].sort(byDate);
  const byLine = new Map<number, Drift>();
  for (const departure of counted.flatMap(({ departures }) => departures)) {
    // No line of the template says where the date of a file name comes from.
    if (departure.way === 'file-date') continue;
    const drift = driftIn(counted, departure, since) ?? runAtEnd(inOrder, departure, since);
    const known = byLine.get(departure.line);
    if (drift !== null && drift.count > (known?.count ?? 0)) byLine.set(departure.line, drift);
  }
  return [...byLine.values()].sort((a, b) => a.departure.line - b.departure.line);
}

/** Leaves out minutes of another kind of meeting, unless nearly all are. */
export function ofOneKind(window: readonly Witness[]): readonly Witness[] {
  const own = window.filter(({ isOther }) => !isOther);
  return own.length >= fewest ? own : window;
}
