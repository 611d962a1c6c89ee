import type { Departure } from './departure.ts';
import type { Dated } from './horizon.ts';

/** What one of the minutes of a series does, as evidence of what its group does. */
export interface Witness extends Dated {
  readonly departures: readonly Departure[];
  /** Offsets of the template's lines whose sections are there, in the order of the minutes. */
  readonly lines: readonly number[];
  /** Offsets of the template's fields that are filled in. */
  readonly filled: readonly number[];
  /** What the minutes do that is a slip only where the others don't. */
  readonly habits: ReadonlySet<string>;
  /** The headings as they are compared. */
  readonly headings: ReadonlySet<string>;
  /** The minutes seem to be of another kind of meeting than the template's. */
  readonly isOther: boolean;
}

/** Returns since which ISO date minutes can follow a line of the template; null where they always could. */
export type LineSince = (line: number) => string | null;
