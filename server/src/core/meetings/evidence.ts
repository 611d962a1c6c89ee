import { isSameDeparture, type Departure } from './departure.ts';
import { byDate, type Dated } from './horizon.ts';

/** What one of the minutes of a series does, as evidence of what its group does. */
export interface Witness extends Dated {
  readonly departures: readonly Departure[];
  /** What the minutes do that is a slip only where the others don't. */
  readonly habits: ReadonlySet<string>;
  /** The headings as they are compared. */
  readonly headings: ReadonlySet<string>;
  /** The minutes seem to be of another kind of meeting than the template's. */
  readonly isOther: boolean;
}

/** What the minutes around some others do. */
export interface Evidence {
  /** Returns how many depart from the template in the same way, where so many do that it is no slip; else null. */
  driftOf(departure: Departure): Drift | null;
  /** Tells whether any other minutes do the same. */
  isHabit(habit: string): boolean;
  /** Tells whether three other minutes have a heading, given as headings are compared. */
  isHeading(key: string): boolean;
  /** Whether most of the others are of the template's kind of meeting, so that one that is not is another. */
  readonly agrees: boolean;
}

/** A departure that is usual. */
export interface Drift {
  readonly departure: Departure;
  /** How many depart so. */
  readonly count: number;
  /** Of how many. */
  readonly of: number;
}

/** Returns since which ISO date minutes can follow a line of the template; null where they always could. */
export type LineSince = (line: number) => string | null;

/** What the last minutes that a template claims do. */
export interface TemplateUsage {
  readonly window: readonly Witness[];
  readonly since: LineSince;
}

/** The usage of a template of which no minutes are known. */
export const noUsage: TemplateUsage = { window: [], since: () => null };

/** How many minutes around others are their evidence. */
export const windowSize = 20;

/** From so many minutes on, what they do is evidence. */
const fewest = 3;

/** The evidence where there are no other minutes. */
export const noEvidence: Evidence = {
  driftOf: () => null,
  isHabit: () => false,
  isHeading: () => false,
  agrees: false,
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
  const inOrder = [...counted].sort(byDate);
  return {
    driftOf: (departure) =>
      driftIn(counted, departure, since) ?? runBeside(inOrder, id, departure, since),
    isHabit: (habit) => others.some(({ habits }) => habits.has(habit)),
    isHeading: (key) => others.filter(({ headings }) => headings.has(key)).length >= fewest,
    agrees: others.length >= fewest && !others.some(({ isOther }) => isOther),
  };
}

/** Returns the drifts of a window, one a line of the template: the one that most depart by. */
export function driftsIn(window: readonly Witness[], since: LineSince): readonly Drift[] {
  if (window.length < fewest) return [];
  const counted = ofOneKind(window);
  const inOrder = [...counted].sort(byDate);
  const byLine = new Map<number, Drift>();
  for (const departure of counted.flatMap(({ departures }) => departures)) {
    const drift = driftIn(counted, departure, since) ?? runAtEnd(inOrder, departure, since);
    const known = byLine.get(departure.line);
    if (drift !== null && drift.count > (known?.count ?? 0)) byLine.set(departure.line, drift);
  }
  return [...byLine.values()].sort((a, b) => a.departure.line - b.departure.line);
}

/** Returns the witnesses that depart in the same way. */
export function departing(window: readonly Witness[], departure: Departure): readonly Witness[] {
  return window.filter(({ departures }) =>
    departures.some((other) => isSameDeparture(other, departure)),
  );
}

/** Leaves out minutes of another kind of meeting, unless most are. */
export function ofOneKind(window: readonly Witness[]): readonly Witness[] {
  const own = window.filter(({ isOther }) => !isOther);
  return own.length >= fewest && own.length * 2 > window.length ? own : window;
}

function driftIn(window: readonly Witness[], departure: Departure, since: LineSince): Drift | null {
  const able = ableTo(window, departure, since);
  const count = departing(able, departure).length;
  return count >= fewest && count * 2 >= able.length ? { departure, count, of: able.length } : null;
}

/**
 * Returns a departure of minutes that at least three in a row directly beside them share, however few they are of the window:
 * the form changed for a time, and no slip is made in four meetings one after another.
 */
function runBeside(
  inOrder: readonly Witness[],
  id: string | null,
  departure: Departure,
  since: LineSince,
): Drift | null {
  const able = ableTo(inOrder, departure, since);
  const place = able.findIndex((witness) => witness.id === id);
  if (place === -1) return null;
  const departed = new Set(departing(able, departure));
  const isDeparted = (witness: Witness): boolean => departed.has(witness);
  const count =
    runLength(able.slice(0, place).reverse(), isDeparted) +
    runLength(able.slice(place + 1), isDeparted);
  return count >= fewest ? { departure, count: count + 1, of: able.length } : null;
}

/** Returns a departure that the last four minutes or more share. */
function runAtEnd(
  inOrder: readonly Witness[],
  departure: Departure,
  since: LineSince,
): Drift | null {
  const able = ableTo(inOrder, departure, since);
  const departed = new Set(departing(able, departure));
  const count = runLength(able.toReversed(), (witness) => departed.has(witness));
  return count > fewest ? { departure, count, of: able.length } : null;
}

function runLength(
  witnesses: readonly Witness[],
  isDeparted: (witness: Witness) => boolean,
): number {
  const end = witnesses.findIndex((witness) => !isDeparted(witness));
  return end === -1 ? witnesses.length : end;
}

/** Returns the minutes that could follow a line of the template. */
function ableTo(
  window: readonly Witness[],
  { line }: Departure,
  since: LineSince,
): readonly Witness[] {
  const from = since(line);
  return window.filter(({ date }) => from === null || (date !== null && date >= from));
}
