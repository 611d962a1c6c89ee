import type { TemplateSource } from '../core/claims/choose-template.ts';
import { windowSize } from '../core/meetings/evidence.ts';
import { takeAround, type Dated } from '../core/meetings/horizon.ts';
import { heldBefore, windowAround } from '../core/meetings/window.ts';
import { yearAfterJanuary } from '../core/text/calendar-date.ts';
import type { FoundDocument } from './found-document.ts';
import { contentHash } from './results/content-hash.ts';
import type { Candidate } from './candidate.ts';

/** What stands for parts of a series, so that they need not be read to tell whether they changed. */
export interface SeriesMarks {
  /** Returns what stands for all that is asked of the series of a document of an ISO date. */
  markAround(document: FoundDocument, source: TemplateSource, date: string | null): SeriesMark;
  /** Returns what stands for the usage of a template. */
  markOfUsage(source: TemplateSource): SeriesMark;
}

/** What changes whenever a part of a series does. */
export interface SeriesMark {
  readonly text: string;
  /** Whether the same holds on every later day: all dates are past, and the document is not the last. */
  readonly isSettled: boolean;
}

/** A series as far as it is known without being read. */
export interface MarkedSeries {
  /** ISO date. */
  readonly today: string;
  candidatesOf(document: FoundDocument, source: TemplateSource): readonly Candidate[];
  /** Returns the candidates of a template in its own folder. */
  ofTemplate(source: TemplateSource): readonly Candidate[];
  isOfSeries(candidate: Candidate, source: TemplateSource): boolean;
  isWitness(candidate: Candidate, source: TemplateSource): boolean;
  beganOn(candidates: readonly Candidate[], source: TemplateSource): string | null;
  hashOf(path: string): string | null;
}

/** Returns the marks of series. */
export function createSeriesMarks(series: MarkedSeries): SeriesMarks {
  const { today } = series;

  const marks = new Map<string, string>();
  const markOf = ({ id }: Candidate): string => {
    const known = marks.get(id);
    if (known !== undefined) return known;
    const mark = contentHash(`${id}\n${series.hashOf(id) ?? ''}`);
    marks.set(id, mark);
    return mark;
  };

  /** What a rule compares with the day. */
  const areHeld = (candidates: readonly Candidate[]): boolean =>
    candidates.every(({ date }) => date !== null && date < today);

  const around = (
    all: readonly Candidate[],
    own: { readonly id: string | null; readonly date: string | null },
    source: TemplateSource,
  ): readonly Candidate[] =>
    takeAround(all, own, (each) => (series.isOfSeries(each, source) ? each : null));

  const window = (
    all: readonly Candidate[],
    from: Dated,
    source: TemplateSource,
  ): readonly Candidate[] =>
    windowAround(all, from, today, (each) => (series.isWitness(each, source) ? each : null));

  /** Returns whether meetings that are still to be held are farther away than all of a full window. */
  const isFull = (
    all: readonly Candidate[],
    taken: readonly Candidate[],
    from: string | null,
  ): boolean => {
    const ahead = all[heldBefore(all, today)]?.date ?? null;
    if (ahead === null) return true;
    if (from === null || taken.length < windowSize) return false;
    const distance = (date: string): number => Math.abs(Date.parse(date) - Date.parse(from));
    return taken.every(({ date }) => date !== null && distance(date) < distance(ahead));
  };

  return {
    markAround(document, source, date) {
      const all = series.candidatesOf(document, source);
      const id = document.location;
      const later = date === null ? null : yearAfterJanuary(date);
      const near = around(all, { id, date }, source);
      const yearLater = later === null ? [] : around(all, { id, date: later }, source);
      const witnesses = window(all, { id: id ?? document.path, date }, source);
      const isLast = date === null || !near.some((each) => (each.date ?? '') > date);
      return {
        text: [
          series.beganOn(all, source) ?? '',
          ...[near, yearLater, witnesses].map((part) => part.map(markOf).join('\n')),
        ].join('\n\n'),
        isSettled: !isLast && areHeld([...near, ...yearLater]) && isFull(all, witnesses, date),
      };
    },
    markOfUsage(source) {
      const all = series.ofTemplate(source);
      const last = all.at(-1);
      if (last === undefined) return { text: '', isSettled: true };
      const taken = window(all, last, source);
      return { text: taken.map(markOf).join('\n'), isSettled: areHeld([last]) };
    },
  };
}
