import { RequestType } from 'vscode-languageserver-protocol';
import type { Chart } from '../core/publishing/charts/chart.ts';

/** What drawing a chart asks for: all except its table and what its marks lead to. */
export type ChartPicture = Pick<
  Chart,
  'form' | 'across' | 'rows' | 'summary' | 'legend' | 'palette' | 'cancelled'
> & {
  readonly marks: readonly Omit<Chart['marks'][number], 'target'>[];
};

/** The pictures of a series. */
export interface SeriesHistory {
  readonly name: string;
  readonly charts: readonly Chart[];
  /** How many of the minutes shown were not checked, and so are not in the picture of findings. */
  readonly unchecked: number;
}

/** What pictures are asked of: a series, and the ISO date of the first day; null for all. */
export interface HistoryParams {
  readonly series: string;
  readonly since: string | null;
  /** Also checks the minutes of long ago. */
  readonly checksAll: boolean;
}

/** Asks for the pictures of a series; null where there is no such series. */
export const historyRequest = new RequestType<HistoryParams, SeriesHistory | null, void>(
  'minutes/history',
);
