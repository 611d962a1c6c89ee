import { isSameDeparture, type Departure } from './departure.ts';
import type { LineSince, Witness } from './witness.ts';

/** A departure that is usual. */
export interface Drift {
  readonly departure: Departure;
  /** How many depart so. */
  readonly count: number;
  /** Of how many. */
  readonly of: number;
}

/** From so many minutes on, what they do is evidence. */
export const fewest = 3;

/** Returns a departure of minutes that are older than the template's line. */
export function olderThanLine(
  window: readonly Witness[],
  id: string | null,
  departure: Departure,
  since: LineSince,
): Drift | null {
  const date = window.find((witness) => witness.id === id)?.date ?? null;
  const from = date === null ? null : since(departure.line);
  return date === null || from === null || date >= from
    ? null
    : { departure, count: departing(window, departure).length, of: window.length };
}

/** Returns a departure that at least half of a window share, or a line of the template that at least half depart from in some way. */
export function driftIn(
  window: readonly Witness[],
  departure: Departure,
  since: LineSince,
): Drift | null {
  const able = ableTo(window, departure, since);
  const count = departing(able, departure).length;
  const isUsual = (some: number): boolean => some >= fewest && some * 2 >= able.length;
  const anyhow = ownWays.has(departure.way) ? [] : departingAnyhow(able, departure);
  return isUsual(count) || isUsual(anyhow.length) ? { departure, count, of: able.length } : null;
}

/** Ways that are slips unless many have the same one. */
const ownWays: ReadonlySet<Departure['way']> = new Set(['renamed', 'file-name', 'file-date']);

/**
 * Returns a section or field that a quarter of the minutes of a window lack, three times or more, with others between that have it:
 * it is there only when a meeting has something for it. What is absent in a row may not have been there yet.
 */
export function occasional(
  inOrder: readonly Witness[],
  departure: Departure,
  since: LineSince,
): Drift | null {
  if (departure.way !== 'absent') return null;
  // What has no date has no place between others.
  const able = ableTo(inOrder, departure, since).filter(({ date }) => date !== null);
  const departed = new Set(departing(able, departure));
  const times = able.filter((witness, index) => {
    const before = able[index - 1];
    return departed.has(witness) && (before === undefined || !departed.has(before));
  }).length;
  return times >= fewest && departed.size * 4 >= able.length
    ? { departure, count: departed.size, of: able.length }
    : null;
}

/**
 * Returns a departure of minutes that those directly beside them share, three in a row or more, however few they are of the window:
 * the form changed for a time, and no slip is made in three meetings one after another.
 * At the beginning of a series two in a row are enough, for the form grows there.
 */
export function runBeside(
  inOrder: readonly Witness[],
  id: string | null,
  departure: Departure,
  since: LineSince,
): Drift | null {
  const departed = new Set(departing(inOrder, departure));
  const able = ableTo(inOrder, departure, since).filter(
    (witness) => !witness.isOther || witness.id === id || departed.has(witness),
  );
  const found = able.findIndex((witness) => witness.id === id);
  const place = found === -1 ? able.length : found;
  const isDeparted = (witness: Witness): boolean => departed.has(witness);
  const before = runLength(able.slice(0, place).reverse(), isDeparted);
  const after = found === -1 ? 0 : runLength(able.slice(place + 1), isDeparted);
  const count = before + after + 1;
  const isFirst = found !== -1 && before === place && count > 1;
  return count >= fewest || isFirst ? { departure, count, of: able.length } : null;
}

/** Returns a departure that the last three minutes or more share. */
export function runAtEnd(
  inOrder: readonly Witness[],
  departure: Departure,
  since: LineSince,
): Drift | null {
  const able = ableTo(inOrder, departure, since);
  const departed = new Set(departing(able, departure));
  const count = runLength(able.toReversed(), (witness) => departed.has(witness));
  return count >= fewest ? { departure, count, of: able.length } : null;
}

/**
 * Returns a departure by which minutes have another form that three others have, too, in a row or not:
 * another title or name, or for an absent section a heading that none has beside it.
 */
export function sharedForm(
  window: readonly Witness[],
  id: string | null,
  departure: Departure,
  since: LineSince,
): Drift | null {
  const able = ableTo(window, departure, since);
  const same = departing(able, departure);
  const others = same.filter((witness) => witness.id !== id);
  const own = able.find((witness) => witness.id === id);
  const isShared = departure.way === 'absent' ? isReplaced(own, others, able) : isNamed(departure);
  return others.length >= fewest && isShared
    ? { departure, count: same.length, of: able.length }
    : null;
}

/** Returns the witnesses that depart in the same way. */
export function departing(window: readonly Witness[], departure: Departure): readonly Witness[] {
  return window.filter(
    (witness) =>
      witness.departures.some((other) => isSameDeparture(other, departure)) ||
      isPast(witness, departure),
  );
}

/** Returns the witnesses that depart from the same line of the template in any way that is no slip. */
export function departingAnyhow(
  window: readonly Witness[],
  departure: Departure,
): readonly Witness[] {
  return window.filter(({ departures }) =>
    departures.some(({ line, way }) => line === departure.line && !ownWays.has(way)),
  );
}

/** Returns whether minutes have a section on the same side of the others that it is out of order with. */
function isPast({ lines }: Witness, { line, past }: Departure): boolean {
  const place = lines.indexOf(line);
  const beside = (past ?? []).filter((other) => lines.includes(other));
  const inverted = beside.filter((other) => line < other === lines.indexOf(other) < place);
  return place !== -1 && inverted.length > 0 && inverted.length * 2 >= beside.length;
}

function isNamed({ way, instead }: Departure): boolean {
  return instead !== '' && ['title', 'file-name', 'renamed', 'date'].includes(way);
}

/** Returns whether a heading is in minutes and three others in place of what they lack, and never beside it. */
function isReplaced(
  own: Witness | undefined,
  others: readonly Witness[],
  all: readonly Witness[],
): boolean {
  const beside = all.filter((witness) => witness !== own && !others.includes(witness));
  return [...(own?.headings ?? [])].some(
    (key) =>
      others.filter(({ headings }) => headings.has(key)).length >= fewest &&
      !beside.some(({ headings }) => headings.has(key)),
  );
}

function runLength(
  witnesses: readonly Witness[],
  isDeparted: (witness: Witness) => boolean,
): number {
  const end = witnesses.findIndex((witness) => !isDeparted(witness));
  return end === -1 ? witnesses.length : end;
}

/** Returns the minutes that could follow a line of the template, and have what they could do otherwise. */
function ableTo(
  window: readonly Witness[],
  { line, way, past, shift }: Departure,
  since: LineSince,
): readonly Witness[] {
  const from = since(line);
  return window.filter(
    ({ date, lines, departures }) =>
      (from === null || (date !== null && date >= from)) &&
      (!ofPresent.has(way) ||
        shift !== undefined ||
        departures.some((other) => other.line === line && other.way === way) ||
        (lines.includes(line) &&
          (past === undefined || past.some((other) => lines.includes(other))))),
  );
}

/** The ways that only minutes with the section can depart in. */
const ofPresent: ReadonlySet<Departure['way']> = new Set(['level', 'order', 'repeated']);
