import { readBaseline, type Baseline } from '../../core/meetings/baseline.ts';
import type { History } from '../../core/meetings/history.ts';
import {
  beginningOf,
  isSameAs,
  seriesAround,
  seriesYearLater,
  type Series,
} from '../../core/meetings/series.ts';
import { datedSource, relativePath } from '../../core/claims/choose-template.ts';
import { minutesDate } from '../../core/matching/minutes-date.ts';
import type { Matcher } from '../../core/matching/matcher.ts';
import type { CommittedVersions } from './committed-versions.ts';
import { normalizeUri, pathOf, schemeOf } from '../documents/document-uri.ts';
import type { HistoryOf } from './history-of.ts';
import type { LinkedFiles } from '../documents/linked-files.ts';
import type { OpenDocuments } from '../documents/open-documents.ts';
import type { Removals } from './removals.ts';
import type { SavedVersions } from '../documents/saved-versions.ts';
import type { SeriesIndex } from './series-index.ts';
import type { Witnesses } from './witnesses.ts';

/** What a history is made of. */
export interface HistorySources {
  readonly documents: OpenDocuments;
  readonly series: SeriesIndex;
  readonly linkedFiles: LinkedFiles;
  readonly committed: CommittedVersions;
  readonly saved: SavedVersions;
  readonly removals: Removals;
  readonly witnesses: Witnesses;
}

/** What the series says about a document of a date. */
interface Neighborhood extends Pick<History, 'series' | 'yearLater' | 'began'> {
  readonly uri: string;
  readonly date: string | null;
  readonly whole: Series;
}

/** Returns what finds the history of documents; only open ones are compared with other versions. */
export function createHistories(sources: HistorySources): HistoryOf {
  const { documents, series, linkedFiles, committed, saved, removals, witnesses } = sources;
  const read = new Map<string, Baseline>();
  let last: Neighborhood | null = null;

  const baselineOf = (
    uri: string,
    kind: Baseline['kind'],
    text: string | null,
    template: Matcher,
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

  const neighborhoodOf = (uri: string, date: string | null, whole: Series): Neighborhood => {
    if (last?.uri === uri && last.whole === whole && last.date === date) return last;
    const before = last?.uri === uri ? last : null;
    last = {
      uri,
      whole,
      date,
      series: kept(before?.series, seriesAround(whole, uri, date)),
      yearLater: kept(before?.yearLater, seriesYearLater(whole, uri, date)),
      began: beginningOf(whole),
    };
    return last;
  };

  return async (uri, text, source) => {
    const { template } = source;
    const fileName = schemeOf(uri) === 'untitled' ? null : pathOf(uri);
    const date = minutesDate(
      template,
      fileName,
      datedSource(() => text),
    );
    const near = neighborhoodOf(normalizeUri(uri), date, series.of(source));
    const evidence = await witnesses.evidenceFor(uri, source, date);
    const known = {
      evidence: () => evidence,
      path: relativePath(source.root, pathOf(uri)),
      series: near.series,
      yearLater: near.yearLater,
      began: near.began,
      isAbsent: await linkedFiles.absentFrom(uri, text),
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

/** Returns the earlier of two equal series, because it has more cached. */
function kept(before: Series | undefined, series: Series): Series {
  return before !== undefined && isSameAs(before, series) ? before : series;
}
