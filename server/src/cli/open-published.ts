import type { PublishedMeeting } from '../core/publishing/published-meeting.ts';
import type { Environment } from './environment.ts';
import { openSeries, type OpenSeries, type SeriesOptions } from './open-series.ts';

/** The minutes of some paths, to be published. */
export interface OpenPublished {
  /** The earliest first. */
  readonly meetings: readonly PublishedMeeting[];
  /** What the templates are called. */
  readonly name: string;
  readonly opened: OpenSeries;
}

/**
 * Reads the minutes of the given paths with their texts.
 * @throws UsageError where no template claims any.
 */
export async function openPublished(
  paths: readonly string[],
  options: Pick<SeriesOptions, 'template'>,
  environment: Environment,
): Promise<OpenPublished> {
  const opened = await openSeries(paths, { ...options, format: 'json' }, environment);
  const names = new Set(opened.documents.map(({ template }) => template.name));
  return { meetings: opened.documents, name: [...names].join(', '), opened };
}
