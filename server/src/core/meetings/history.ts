import type { Baseline } from './baseline.ts';
import { noEvidence, type Evidence } from './evidence.ts';
import type { Removal } from './removal.ts';
import { emptySeries, type Series } from './series.ts';

/** What is known of minutes besides their own text. */
export interface History {
  /** Other minutes of the series, near these. */
  readonly series: Series;
  /** Other minutes near the same day of the next year, where these are of January; else none. */
  readonly yearLater: Series;
  /** ISO date of the first meeting of the whole series; null where none has a date. */
  readonly began: string | null;
  /** Returns what the minutes around these do. */
  readonly evidence: () => Evidence;
  /** Path relative to the folder that the template's globs are relative to; null where there is none. */
  readonly path: string | null;
  /** Returns whether a relative path from the minutes’ folder surely leads to nothing. */
  readonly isAbsent: (path: string) => boolean;
  /** Earlier versions of the minutes, from which no words may be lost. */
  readonly baselines: readonly Baseline[];
  /** What was removed from the minutes on purpose. */
  readonly removals: readonly Removal[];
}

/** The history of minutes of which nothing else is known. */
export const noHistory: History = {
  series: emptySeries,
  yearLater: emptySeries,
  began: null,
  evidence: () => noEvidence,
  path: null,
  isAbsent: () => false,
  baselines: [],
  removals: [],
};
