import * as l10n from '@vscode/l10n';
import { indexFile } from '../core/meetings/index-file.ts';
import type { IndexedMinutes } from '../core/meetings/indexed-minutes.ts';
import { seriesOf, type Series } from '../core/meetings/series.ts';
import type { Template } from '../core/template/template.ts';
import { claimDocument } from './claim-document.ts';
import { UsageError, type Environment } from './environment.ts';
import { openDocuments } from './open-documents.ts';
import { printableLine } from './printable-text.ts';
import type { RunOptions } from './run-options.ts';
import { startRun } from './run.ts';

/** The options of commands that read minutes and report no findings. */
export interface SeriesOptions extends Pick<RunOptions, 'template'> {
  readonly format: 'pretty' | 'json';
}

/** A path that can't be read. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** Minutes of a series with what they were read from. */
export interface SeriesDocument {
  readonly minutes: IndexedMinutes;
  /** As the user sees it. */
  readonly path: string;
  readonly text: string;
  readonly template: Template;
}

/** All minutes of the given paths, with their texts. */
export interface OpenSeries {
  readonly series: Series;
  /** The minutes of the series with what they were read from, in the same order. */
  readonly documents: readonly SeriesDocument[];
  /** The paths that can't be read, and why. */
  readonly unreadable: readonly Unreadable[];
  /** Returns the text of minutes and their path as the user sees it. */
  readonly documentOf: (minutes: IndexedMinutes) => {
    readonly path: string;
    readonly text: string;
  };
}

/**
 * Reads the minutes of the given paths that templates claim.
 * @throws UsageError where there are none.
 */
export async function openSeries(
  paths: readonly string[],
  options: SeriesOptions,
  environment: Environment,
): Promise<OpenSeries> {
  const outputs = [{ format: options.format, file: null }];
  const run = startRun({ ...options, outputs, profile: 'auto', minSeverity: 'error' }, environment);
  const documents = new Map<string, Omit<SeriesDocument, 'minutes'>>();
  const minutes: IndexedMinutes[] = [];
  const unreadable: Unreadable[] = [];
  for (const opened of await openDocuments(paths, {}, environment, run.note)) {
    if ('reason' in opened) {
      unreadable.push(opened);
      continue;
    }
    const { document } = opened;
    const { text } = document.decoded;
    const claimed = claimDocument(document, text, run.claiming);
    if (claimed.kind !== 'minutes') continue;
    const id = document.location ?? document.path;
    const { template } = claimed.source;
    for (const each of indexFile(id, text, id, template)) {
      documents.set(each.id, { path: document.path, text, template });
      minutes.push(each);
    }
  }
  const [failure] = unreadable;
  if (minutes.length === 0 && failure !== undefined) {
    throw new UsageError(`${failure.path}: ${failure.reason}`);
  }
  if (minutes.length === 0) throw new UsageError(l10n.t('no template claims any minutes there'));
  const series = seriesOf(minutes);
  return {
    unreadable,
    series,
    documents: series.minutes.flatMap((each): readonly SeriesDocument[] => {
      const document = documents.get(each.id);
      return document === undefined ? [] : [{ minutes: each, ...document }];
    }),
    documentOf: ({ id }) => documents.get(id) ?? { path: id, text: '' },
  };
}

/** Reports what of a series can't be read, and returns the exit code of a command that went on without it. */
export function tellUnreadable({ unreadable }: OpenSeries, { errors }: Environment): number {
  for (const { path, reason } of unreadable) {
    errors.write(`minutes: ${printableLine(path)}: ${printableLine(reason)}\n`);
  }
  return unreadable.length === 0 ? 0 : 2;
}
