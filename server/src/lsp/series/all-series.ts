import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { isSameSeries } from '../../core/meetings/series-of-templates.ts';
import type { Series } from '../../core/meetings/series.ts';
import type { SeriesIndex } from './series-index.ts';

/** A series with one of the templates of its eras. */
export interface TemplateSeries {
  readonly source: TemplateSource;
  readonly series: Series;
}

/** Returns every series of the workspace once, when all files have been read. */
export async function allSeries(index: SeriesIndex): Promise<readonly TemplateSeries[]> {
  await index.complete();
  const sources: TemplateSource[] = [];
  for (const { source } of index.all()) {
    if (!sources.some((other) => isSameSeries(other, source))) sources.push(source);
  }
  return sources.map((source) => ({ source, series: index.of(source) }));
}
