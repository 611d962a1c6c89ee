import type { MinutesInSeries } from '../../core/features/earlier-update.ts';
import { normalizeUri } from '../documents/document-uri.ts';
import type { SeriesIndex } from './series-index.ts';
import type { MinutesSubject } from '../documents/take-snapshot.ts';

/** Returns open minutes with the whole of their series, however long ago. */
export function inSeries(
  uri: string,
  { source, input }: MinutesSubject,
  series: SeriesIndex,
): MinutesInSeries {
  const { minutes, template, fileName } = input;
  return { minutes, template, fileName, series: series.of(source), id: normalizeUri(uri) };
}
