import { readBaseline } from '../core/meetings/baseline.ts';
import type { History } from '../core/meetings/history.ts';
import { mergeBaselines } from '../core/meetings/merge-baseline.ts';
import type { Removal } from '../core/meetings/removal.ts';
import { emptySeries } from '../core/meetings/series.ts';
import type { CheckInput } from '../core/checking/check-minutes.ts';
import type { TemplateSource } from '../core/claims/choose-template.ts';
import { yearAfterJanuary } from '../core/text/calendar-date.ts';
import { once } from '../core/text/cached.ts';
import { dateOf } from '../core/matching/minutes-date.ts';
import type { CommittedVersions } from './committed-versions.ts';
import type { FileSystem } from './environment.ts';
import { absentFrom } from './linked-files.ts';
import type { OpenDocument } from './open-documents.ts';
import type { Removals } from './removals.ts';
import type { SeriesIndex } from './series-index.ts';

/** What a history is found in. */
export interface HistorySources {
  readonly series: SeriesIndex;
  /** Null where the minutes are compared with nothing. */
  readonly versions: CommittedVersions | null;
  readonly removals: Removals;
  readonly files: FileSystem;
}

/**
 * Returns minutes with what is known of them besides their own text.
 * @throws GitError where they are to be compared with a version that can't be had.
 */
export function withHistory(
  input: CheckInput,
  document: OpenDocument,
  source: TemplateSource,
  sources: HistorySources,
): CheckInput {
  const date = dateOf(input.minutes, input.template, input.fileName);
  const series = sources.series.around(document, source, date);
  const began = sources.series.beganOn(document, source);
  const isAbsent = absentFrom(document, sources.files);
  const later = date === null ? null : yearAfterJanuary(date);
  const yearLater = later === null ? emptySeries : sources.series.around(document, source, later);
  return {
    ...input,
    history: {
      series,
      yearLater,
      began,
      evidence: once(() => sources.series.evidenceFor(document, source, date)),
      path: pathIn(source, document),
      isAbsent,
      ...compare(document, input, sources),
    },
  };
}

function pathIn({ root }: TemplateSource, { location }: OpenDocument): string | null {
  const isInside = root !== null && location?.startsWith(`${root}/`) === true;
  return isInside ? location.slice(root.length + 1) : null;
}

/** Returns the versions that nothing may be lost from, and what was meant to go. */
function compare(
  { location, bytes }: OpenDocument,
  { template }: CheckInput,
  { versions, removals }: HistorySources,
): Pick<History, 'baselines' | 'removals'> {
  if (versions === null || location === null) return { baselines: [], removals: [] };
  const document = { location, bytes };
  const base = versions.baselineOf(document);
  const baselines = [
    ...(base === null ? [] : [readBaseline('committed', base, template)]),
    ...versions.mergesOf(document).flatMap((merge) => mergeBaselines(merge, template)),
  ];
  if (baselines.length === 0) return { baselines, removals: [] };
  const parts = versions.removedParts(document).map((part): Removal => ({ part, text: null }));
  return { baselines, removals: [...parts, ...removals.of(location)] };
}
