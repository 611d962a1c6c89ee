import { dirname } from 'node:path';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import type { LineSince } from '../../core/meetings/witness.ts';
import { lineStarts } from '../../core/text/line-index.ts';
import type { Claiming } from '../claim-document.ts';
import type { Environment } from '../environment.ts';
import type { FoundDocument } from '../found-document.ts';
import type { RunOptions } from '../run-options.ts';
import { sourceNamed } from '../series-index.ts';
import type { SeriesMarks } from '../series-marks.ts';
import type { ResultStore } from './result-store.ts';
import { contentHash } from './content-hash.ts';

/** Names what a result depends on, so that equal keys mean equal results. */
export interface ResultKeys {
  /** Returns the key of which template claims a document, apart from its text. */
  ofClaim(document: FoundDocument): string;
  /** Returns the key of what is found in minutes; null where the document is not minutes. */
  ofMinutes(document: FoundDocument): string | null;
  /** Returns the key of what is found in a template among those beside it. */
  ofTemplate(source: TemplateSource, severities: object): string;
}

/** What keys are made of. */
export interface KeyedRun {
  readonly claiming: Claiming;
  readonly store: ResultStore;
  readonly series: () => SeriesMarks & {
    summaryOf: (document: FoundDocument) => { source: string; date: string | null } | null;
    sinceOf: (source: TemplateSource) => LineSince;
  };
}

/** Returns what distinguishes runs that may find something else in the same files, besides the day. */
export function runKey(
  { template, profile, severity = [], ignore = true }: RunOptions,
  { build, version, locale, files }: Environment,
): string {
  const here = template === undefined ? '' : files.absolute('.');
  return contentHash(
    JSON.stringify([build, version, locale, template, here, profile, severity, ignore]),
  );
}

/** Returns the keys of a run. */
export function createResultKeys({ claiming, store, series }: KeyedRun): ResultKeys {
  const { templates, chosen, today } = claiming;
  const contexts = new Map<string, string>();
  const ofSources = new Map<string, string>();

  /** What decides how the documents of a folder are checked. */
  const contextOf = (document: FoundDocument): string => {
    const folder = `${document.within}\n${dirname(document.location ?? '')}`;
    const known = contexts.get(folder);
    if (known !== undefined) return known;
    const { root, text } = templates.configurationOf(document);
    const context = contentHash(
      JSON.stringify([
        templates.nearest(document).map(({ id, template }) => [id, template.text]),
        chosen === null ? null : [chosen.id, chosen.template.text, document.within],
        [root, text],
      ]),
    );
    contexts.set(folder, context);
    return context;
  };

  /** What a template's text and folder don't say: its roster, and since when its lines are as they are. */
  const contextOfSource = (source: TemplateSource): string => {
    const known = ofSources.get(source.id);
    if (known !== undefined) return known;
    const since = series().sinceOf(source);
    const dates = lineStarts(source.template.text).map((start) => since(start));
    const context = contentHash(JSON.stringify([source.id, templates.rosterOf(source), dates]));
    ofSources.set(source.id, context);
    return context;
  };

  /** What is settled is the same on every later day. */
  const dayOf = (isSettled: boolean, date: string | null): string =>
    isSettled && date !== null && `${date.slice(0, 7)}-31` < today ? '' : today;

  return {
    ofClaim: contextOf,
    ofMinutes(document) {
      const { location } = document;
      const summary = series().summaryOf(document);
      const source = summary === null ? null : sourceNamed(summary.source, document, claiming);
      if (location === null || summary === null || source === null) return null;
      const mark = series().markAround(document, source, summary.date);
      return contentHash(
        JSON.stringify([
          contextOf(document),
          contextOfSource(source),
          location,
          store.hashOf(location),
          mark.text,
          dayOf(mark.isSettled, summary.date),
        ]),
      );
    },
    ofTemplate(source, severities) {
      const document = { path: source.id, location: source.id, within: dirname(source.id) };
      const mark = series().markOfUsage(source);
      return contentHash(
        JSON.stringify([
          contextOf({ ...document, origin: 'found' }),
          contextOfSource(source),
          severities,
          mark.text,
          mark.isSettled ? '' : today,
        ]),
      );
    },
  };
}
