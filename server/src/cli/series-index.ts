import type { TemplateSource } from '../core/claims/choose-template.ts';
import { readWitness } from '../core/checking/witness.ts';
import { isoFileDate } from '../core/matching/file-date.ts';
import type { ClaimedMinutes } from '../core/meetings/claimed-minutes.ts';
import {
  evidenceOf,
  noUsage,
  type Evidence,
  type TemplateUsage,
} from '../core/meetings/evidence.ts';
import type { LineSince, Witness } from '../core/meetings/witness.ts';
import { byDate, takeAround } from '../core/meetings/horizon.ts';
import { indexMinutes } from '../core/meetings/indexed-minutes.ts';
import { isSameSeries } from '../core/meetings/series-of-templates.ts';
import { seriesOfEach, type Series } from '../core/meetings/series.ts';
import { isWholeDay } from '../core/text/partial-date.ts';
import { internalError } from '../core/text/internal-error.ts';
import { lastWindow, windowAround } from '../core/meetings/window.ts';
import { claimDocument, type ClaimedDocument, type Claiming } from './claim-document.ts';
import { decodeText } from './decode-text.ts';
import type { FileSystem } from './environment.ts';
import { createSeriesMarks, type SeriesMarks } from './series-marks.ts';
import { findDocuments, type SearchOptions } from './find-documents.ts';
import type { FoundDocument } from './found-document.ts';
import type { Candidate } from './candidate.ts';
import type { ClaimSummary } from './results/stored-file.ts';
import { createCacheUntilUsedAgain } from './until-used-again.ts';

/** The series of templates, of which no more is read than is asked for. */
export interface SeriesIndex extends SeriesMarks {
  /** Returns the other minutes of a document's series near an ISO date, the latest where it is null. */
  around(document: FoundDocument, source: TemplateSource, date: string | null): Series;
  /** Returns the ISO date of the first minutes that the template’s file names date; null where there are none. */
  beganOn(document: FoundDocument, source: TemplateSource): string | null;
  /** Returns what the minutes around a document of an ISO date do, as they are on disk. */
  evidenceFor(document: FoundDocument, source: TemplateSource, date: string | null): Evidence;
  /** Returns what the last minutes of a template in its own folder do. */
  usageOf(source: TemplateSource): TemplateUsage;
  /** Returns since when minutes can follow the lines of a template. */
  sinceOf(source: TemplateSource): LineSince;
  /** Returns what a document of an ISO date is in its series; null where no template claims it. */
  summaryOf(document: FoundDocument): ClaimSummary | null;
  /** Returns what a document of a text is, with a cache of what was claimed for those around it. */
  claimOf(document: FoundDocument, text: string): ClaimedDocument;
}

/** What is known of files before they are indexed. */
export interface Summaries {
  /** Returns what is known, else what `claim` returns. */
  claimOf(document: FoundDocument, claim: () => ClaimSummary | null): ClaimSummary | null;
  /** Returns what identifies contents of a file. */
  hashOf(path: string): string | null;
  /** Receives what a file holds. */
  read(path: string, bytes: Uint8Array): void;
}

/** Nothing is known before. */
export const noSummaries: Summaries = {
  claimOf: (_, claim) => claim(),
  hashOf: () => null,
  read: () => undefined,
};

/** Returns the series of the templates below whose folders the file system has minutes. */
export function createSeriesIndex(
  search: SearchOptions,
  claiming: Claiming,
  lineDates: (path: string, text: string) => LineSince,
  fail: (path: string, reason: string) => void,
  known: Summaries = noSummaries,
): SeriesIndex {
  const files = {
    ...search.files,
    read(path: string): ReturnType<FileSystem['read']> {
      const read = search.files.read(path);
      if ('bytes' in read) known.read(search.files.absolute(path), read.bytes);
      return read;
    },
  };
  const withins = new Map<string, string>();
  const recent = createCacheUntilUsedAgain((claim: ClaimedText) => claim.text.length);
  const below = new Map<string, readonly FoundDocument[]>();
  const claimed = new Map<string, ClaimedMinutes | null>();
  const candidates = new Map<string, readonly Candidate[]>();
  const dates = new Map<string, LineSince>();
  const witnesses = new Map<string, Witness | null>();
  const summaries = new Map<string, ClaimSummary | null>();
  const members = new Map<string, Map<Candidate, ClaimSummary | null>>();

  /** A template that the user names, or a preset, holds for what was given and for nothing beside it. */
  const rootOf = ({ within }: FoundDocument, { root }: TemplateSource): string =>
    claiming.chosen === null && root !== null ? root : files.absolute(within);

  const orFail = <Value>(document: FoundDocument, read: () => Value): Value | null => {
    try {
      return read();
    } catch (error) {
      fail(document.path, internalError('the index', error).message);
      return null;
    }
  };

  const claimOf = (document: FoundDocument, text: string): ClaimedDocument => {
    const make = (): ClaimedText => ({ text, claimed: claimDocument(document, text, claiming) });
    const within = cachedIn(withins, document.within, () => files.absolute(document.within));
    const cached = recent.get(`${within}\n${idOf(document)}`, make);
    return cached.text === text ? cached.claimed : make().claimed;
  };

  const claimedOf = (document: FoundDocument): ClaimedMinutes | null =>
    cachedIn(claimed, idOf(document), () =>
      orFail(document, () => readClaimed(document, files, claimOf)),
    );

  const summaryOf = (document: FoundDocument): ClaimSummary | null =>
    cachedIn(summaries, idOf(document), () =>
      known.claimOf(document, () => {
        const own = claimedOf(document);
        if (own === null) return null;
        const { date, number, cancelled } = own.minutes;
        return { source: own.source.id, date, number, cancelled };
      }),
    );

  /** Returns what of minutes of the same series as those of a template is known without reading them; null of others. */
  const memberOf = (candidate: Candidate, source: TemplateSource): ClaimSummary | null => {
    // Each document asks this of sixty others, so that not even a function is made for an answer that is there.
    const known = members.get(source.id)?.get(candidate);
    return known === undefined ? readMember(candidate, source) : known;
  };

  const readMember = (candidate: Candidate, source: TemplateSource): ClaimSummary | null => {
    const ofSource = cachedIn(members, source.id, () => new Map<Candidate, ClaimSummary | null>());
    return cachedIn(ofSource, candidate, () => {
      const { document } = candidate;
      const summary = summaryOf(document);
      if (summary === null || summary.source === source.id) return summary;
      const own = sourceNamed(summary.source, document, claiming);
      return own !== null && isSameSeries(own, source) ? summary : null;
    });
  };

  const isWitness = ({ document }: Candidate, source: TemplateSource): boolean => {
    const own = summaryOf(document);
    return own?.source === source.id && !own.cancelled;
  };

  /** Returns what may be minutes of a template; a file is read for its date where its name has none. */
  const candidatesOf = (root: string, source: TemplateSource): readonly Candidate[] =>
    cachedIn(candidates, `${root}\n${source.id}`, () =>
      cachedIn(below, root, () => findDocuments([root], search).documents)
        .flatMap((document): Candidate[] => {
          const id = idOf(document);
          const named = isoFileDate(id, source.template);
          if (named !== null && isWholeDay(named)) return [{ document, id, date: named }];
          const mayBeClaimed =
            claiming.chosen !== null || source.template.claim(id.slice(root.length + 1)) !== null;
          const own = mayBeClaimed ? summaryOf(document) : null;
          return own === null ? [] : [{ document, id, date: own.date, number: own.number }];
        })
        .sort(byDate),
    );

  /** Minutes of a cancelled meeting are not evidence. */
  const witnessOf = (candidate: Candidate, source: TemplateSource): Witness | null => {
    const { document, id } = candidate;
    return isWitness(candidate, source)
      ? cachedIn(witnesses, id, () =>
          orFail(document, () => readWitnessOf(document, files, claimOf)),
        )
      : null;
  };

  const since = ({ id, root, template }: TemplateSource): LineSince =>
    cachedIn(dates, id, () => (root === null ? noUsage.since : lineDates(id, template.text)));

  const beganOn = (all: readonly Candidate[], source: TemplateSource): string | null => {
    for (const candidate of all) {
      if (candidate.date === null) continue;
      const member = memberOf(candidate, source);
      if (member !== null) return member.date;
    }
    return null;
  };

  return {
    summaryOf,
    claimOf,
    sinceOf: since,
    ...createSeriesMarks({
      today: claiming.today,
      candidatesOf: (document, source) => candidatesOf(rootOf(document, source), source),
      ofTemplate: (source) =>
        source.root === null || claiming.chosen !== null ? [] : candidatesOf(source.root, source),
      isOfSeries: (candidate, source) => memberOf(candidate, source) !== null,
      isWitness,
      beganOn,
      hashOf: (path) => known.hashOf(path),
    }),
    around(document, source, date) {
      const all = candidatesOf(rootOf(document, source), source);
      const minutes = takeAround(all, { id: document.location, date }, (candidate) =>
        memberOf(candidate, source) === null
          ? null
          : (claimedOf(candidate.document)?.minutes ?? null),
      );
      return seriesOfEach(minutes);
    },
    beganOn: (document, source) => beganOn(candidatesOf(rootOf(document, source), source), source),
    evidenceFor(document, source, date) {
      const all = candidatesOf(rootOf(document, source), source);
      const id = idOf(document);
      // Without a date the number says where it is in the series.
      const from = all.find((each) => each.id === id && each.date === date) ?? { id, date };
      const window = windowAround(all, from, claiming.today, (each) => witnessOf(each, source));
      return evidenceOf(window, from.id, since(source));
    },
    usageOf(source) {
      if (source.root === null || claiming.chosen !== null) return noUsage;
      const all = candidatesOf(source.root, source);
      const window = lastWindow(all, claiming.today, (each) => witnessOf(each, source));
      return { window, since: since(source) };
    },
  };
}

function idOf({ location, path }: FoundDocument): string {
  return location ?? path;
}

function cachedIn<Key, Value>(values: Map<Key, Value>, key: Key, read: () => Value): Value {
  const before = values.get(key);
  if (before !== undefined) return before;
  const value = read();
  values.set(key, value);
  return value;
}

/** Returns the template of an id among those that may claim a document. */
export function sourceNamed(
  id: string,
  document: FoundDocument,
  { chosen, templates }: Claiming,
): TemplateSource | null {
  if (chosen?.id === id) return chosen;
  const near = templates.nearest(document).find((source) => source.id === id);
  return near ?? templates.presets().find((source) => source.id === id) ?? null;
}

/** A claim with the text of the document that it is of. */
interface ClaimedText {
  readonly text: string;
  readonly claimed: ClaimedDocument;
}

/** Indexes a document; null where no template claims it. */
function readClaimed(
  document: FoundDocument,
  files: FileSystem,
  claimOf: SeriesIndex['claimOf'],
): ClaimedMinutes | null {
  const text = textOf(document, files);
  if (text === null) return null;
  const found = claimOf(document, text);
  if (found.kind !== 'minutes') return null;
  const { source } = found;
  const id = idOf(document);
  return { source, minutes: indexMinutes(id, text, id, source.template) };
}

function readWitnessOf(
  document: FoundDocument,
  files: FileSystem,
  claimOf: SeriesIndex['claimOf'],
): Witness | null {
  const text = textOf(document, files);
  const found = text === null ? null : claimOf(document, text);
  return found?.kind === 'minutes' ? readWitness(idOf(document), found.input()) : null;
}

function textOf({ path }: FoundDocument, files: FileSystem): string | null {
  const read = files.read(path);
  const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
  return 'text' in decoded ? decoded.text : null;
}
