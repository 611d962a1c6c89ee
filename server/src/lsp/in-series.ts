import type { MinutesInSeries } from '../core/features/earlier-update.ts';
import { removeMinutes } from '../core/meetings/series.ts';
import { normalizeUri } from './document-uri.ts';
import type { SeriesIndex } from './series-index.ts';
import type { MinutesSubject } from './take-snapshot.ts';

/** Returns open minutes with all others of their series, however long ago. */
export function inSeries(
  uri: string,
  { source, input }: MinutesSubject,
  series: SeriesIndex,
): MinutesInSeries {
  const { minutes, template, fileName } = input;
  const others = removeMinutes(series.of(source), normalizeUri(uri));
  return { minutes, template, fileName, series: others };
}
