import { basename } from 'node:path';
import { indexMinutes, type IndexedMinutes } from '../core/meetings/indexed-minutes.ts';
import { seriesOf, type Series } from '../core/meetings/series.ts';
import { claimDocument } from './claim-document.ts';
import { UsageError, type Environment } from './environment.ts';
import { openDocuments } from './open-documents.ts';
import type { RunOptions } from './run-options.ts';
import { startRun } from './run.ts';

/** The options of commands that read minutes and tell no findings. */
export type SeriesOptions = Pick<RunOptions, 'template' | 'format'>;

/** All minutes of the given paths, with their texts. */
export interface OpenSeries {
  readonly series: Series;
  /** Returns the text of minutes and their path as the user is told it. */
  readonly documentOf: (minutes: IndexedMinutes) => {
    readonly path: string;
    readonly text: string;
  };
}

/**
 * Reads the minutes of the given paths that templates claim.
 * @throws UsageError where there are none, or a path can't be read.
 */
export async function openSeries(
  paths: readonly string[],
  options: SeriesOptions,
  environment: Environment,
): Promise<OpenSeries> {
  const run = startRun({ ...options, profile: 'auto', minSeverity: 'error' }, environment);
  const documents = new Map<string, { path: string; text: string }>();
  const minutes: IndexedMinutes[] = [];
  for (const opened of await openDocuments(paths, undefined, environment)) {
    if ('reason' in opened) throw new UsageError(`${opened.path}: ${opened.reason}`);
    const { document } = opened;
    const { text } = document.decoded;
    const claimed = claimDocument(document, text, run.claiming);
    if (claimed.kind !== 'minutes') continue;
    const id = document.location ?? document.path;
    documents.set(id, { path: document.path, text });
    minutes.push(indexMinutes(id, text, basename(document.path), claimed.source.template));
  }
  if (minutes.length === 0) throw new UsageError('no template claims any minutes there');
  return {
    series: seriesOf(minutes),
    documentOf: ({ id }) => documents.get(id) ?? { path: id, text: '' },
  };
}
