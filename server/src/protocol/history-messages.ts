import type { Chart, Target } from '../core/publishing/charts/chart.ts';

/** A chart with its table. */
export type ShownChart = Chart;

/** Where a mark or cell leads. */
export type ShownTarget = Target;

/** What the panel of a history remembers. */
export interface HistoryState {
  readonly series: string;
  /** ISO date of the first day that is shown; null for all. */
  readonly since: string | null;
}

/** A time that can be chosen. */
export interface HistoryPeriod {
  readonly name: string;
  readonly since: string | null;
}

/** What the panel is to show. */
export interface ShownHistory {
  readonly state: HistoryState;
  readonly title: string;
  readonly charts: readonly ShownChart[];
  readonly periods: readonly HistoryPeriod[];
  /** How many minutes were not checked. */
  readonly unchecked: number;
  readonly words: {
    readonly period: string;
    readonly table: string;
    readonly nothing: string;
    /** What is said of rows that are left out, with `{0}` for their number. */
    readonly leftOut: string;
    /** What is said of minutes that were not checked, and of the button that has them checked. */
    readonly unchecked: string;
    readonly checkAll: string;
  };
}

/** What the panel sends the extension. */
export type HistoryMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'check-all' }
  | { readonly kind: 'period'; readonly since: string | null }
  | { readonly kind: 'mark'; readonly chart: number; readonly mark: number }
  | {
      readonly kind: 'cell';
      readonly chart: number;
      readonly row: number;
      readonly column: number;
    };
