import type { IndexedMinutes } from '../core/meetings/indexed-minutes.ts';
import { createLineIndex } from '../core/text/line-index.ts';
import type { Environment } from './environment.ts';
import { openSeries, type OpenSeries, type SeriesOptions } from './open-series.ts';

/** A meeting's minutes with what they record. */
export interface RecordedMeeting extends Pick<IndexedMinutes, 'date' | 'record'> {
  /** As the user sees it. */
  readonly path: string;
  /** Returns the 1-based line of an offset. */
  readonly lineAt: (offset: number) => number;
}

export interface OpenRecord extends Pick<OpenSeries, 'unreadable'> {
  /** The earliest first, the undated before all. */
  readonly meetings: readonly RecordedMeeting[];
}

/**
 * Reads what the minutes of the given paths record.
 * @throws UsageError where no template claims any.
 */
export async function openRecord(
  paths: readonly string[],
  options: Pick<SeriesOptions, 'template'>,
  environment: Environment,
): Promise<OpenRecord> {
  const opened = await openSeries(paths, { ...options, format: 'json' }, environment);
  return {
    unreadable: opened.unreadable,
    meetings: opened.series.minutes.map((minutes) => {
      const { path, text } = opened.documentOf(minutes);
      const { date, record } = minutes;
      return { path, date, record, lineAt: (offset) => createLineIndex(text).pointAt(offset).line };
    }),
  };
}
