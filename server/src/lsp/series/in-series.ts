import type { MinutesInSeries } from '../../core/features/earlier-update.ts';
import type { SeriesIndex } from './series-index.ts';
import type { MeetingSubject } from '../documents/meeting-subjects.ts';

/** Returns open minutes with the whole of their series, however long ago. */
export function inSeries(
  { source, input, id }: MeetingSubject,
  series: SeriesIndex,
): MinutesInSeries {
  const { minutes, template, fileName } = input;
  return { minutes, template, fileName, series: series.of(source), id };
}
