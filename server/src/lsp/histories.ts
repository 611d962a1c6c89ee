import { readBaseline, type Baseline } from '../core/meetings/baseline.ts';
import { beginningOf, seriesAround } from '../core/meetings/series.ts';
import { firstTitle } from '../core/template/choose-template.ts';
import { minutesDate } from '../core/template/minutes-date.ts';
import type { Template } from '../core/template/template.ts';
import type { CommittedVersions } from './committed-versions.ts';
import { fileNameOf, normalizeUri, schemeOf } from './document-uri.ts';
import type { HistoryOf } from './history-of.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { Removals } from './removals.ts';
import type { SavedVersions } from './saved-versions.ts';
import type { SeriesIndex } from './series-index.ts';

/** What a history is made of. */
export interface HistorySources {
  readonly documents: OpenDocuments;
  readonly series: SeriesIndex;
  readonly committed: CommittedVersions;
  readonly saved: SavedVersions;
  readonly removals: Removals;
}

/** Returns what tells the history of documents; only open ones are compared with other versions. */
export function createHistories(sources: HistorySources): HistoryOf {
  const { documents, series, committed, saved, removals } = sources;
  const read = new Map<string, Baseline>();

  const baselineOf = (
    uri: string,
    kind: Baseline['kind'],
    text: string | null,
    template: Template,
  ): readonly Baseline[] => {
    const key = `${kind} ${normalizeUri(uri)}`;
    if (text === null) {
      read.delete(key);
      return [];
    }
    const known = read.get(key);
    if (known?.minutes.text === text && known.template === template) return [known];
    const baseline = readBaseline(kind, text, template);
    read.set(key, baseline);
    return [baseline];
  };

  return async (uri, text, source) => {
    const { template } = source;
    const fileName = schemeOf(uri) === 'untitled' ? null : fileNameOf(uri);
    const date = minutesDate(template, fileName, firstTitle(text));
    const whole = series.of(source);
    const known = {
      series: seriesAround(whole, normalizeUri(uri), date),
      began: beginningOf(whole),
    };
    if (documents.get(uri) === undefined) return { ...known, baselines: [], removals: [] };
    const committedText = await committed.of(uri);
    return {
      ...known,
      baselines: [
        ...baselineOf(uri, 'committed', committedText, template),
        ...baselineOf(uri, 'saved', saved.of(uri), template),
      ],
      removals: committedText === null ? [] : await removals.of(uri),
    };
  };
}
