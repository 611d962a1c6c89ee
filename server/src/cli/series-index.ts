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
import { byDate, takeAround, type Dated } from '../core/meetings/horizon.ts';
import { indexMinutes } from '../core/meetings/indexed-minutes.ts';
import { isSameSeries } from '../core/meetings/series-of-templates.ts';
import { seriesOf, type Series } from '../core/meetings/series.ts';
import { isWholeDay } from '../core/text/partial-date.ts';
import { internalError } from '../core/text/internal-error.ts';
import { lastWindow, windowAround } from '../core/meetings/window.ts';
import { claimDocument, type Claiming } from './claim-document.ts';
import { decodeText } from './decode-text.ts';
import type { FileSystem } from './environment.ts';
import { findDocuments, type SearchOptions } from './find-documents.ts';
import type { FoundDocument } from './found-document.ts';

/** The series of templates, of which no more is read than is asked for. */
export interface SeriesIndex {
  /** Returns the other minutes of a document's series near an ISO date, the latest where it is null. */
  around(document: FoundDocument, source: TemplateSource, date: string | null): Series;
  /** Returns the ISO date of the first minutes that the template’s file names date; null where there are none. */
  beganOn(document: FoundDocument, source: TemplateSource): string | null;
  /** Returns what the minutes around a document of an ISO date do, as they are on disk. */
  evidenceFor(document: FoundDocument, source: TemplateSource, date: string | null): Evidence;
  /** Returns what the last minutes of a template in a folder of its own do. */
  usageOf(source: TemplateSource): TemplateUsage;
}

/** Returns the series of the templates below whose folders the file system has minutes. */
export function createSeriesIndex(
  search: SearchOptions,
  claiming: Claiming,
  lineDates: (path: string, text: string) => LineSince,
  fail: (path: string, reason: string) => void,
): SeriesIndex {
  const { files } = search;
  const below = new Map<string, readonly FoundDocument[]>();
  const claimed = new Map<string, ClaimedMinutes | null>();
  const candidates = new Map<string, readonly Candidate[]>();
  const dates = new Map<string, LineSince>();
  const witnesses = new Map<string, Witness | null>();

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

  const claimedOf = (document: FoundDocument): ClaimedMinutes | null =>
    known(claimed, idOf(document), () =>
      orFail(document, () => readClaimed(document, files, claiming)),
    );

  /** Returns what may be minutes of a template; a file is read for its date where its name has none. */
  const candidatesOf = (root: string, source: TemplateSource): readonly Candidate[] =>
    known(candidates, `${root}\n${source.id}`, () =>
      known(below, root, () => findDocuments([root], search).documents)
        .flatMap((document): Candidate[] => {
          const id = idOf(document);
          const named = isoFileDate(id, source.template);
          if (named !== null && isWholeDay(named)) return [{ document, id, date: named }];
          const mayBeClaimed =
            claiming.chosen !== null || source.template.claim(id.slice(root.length + 1)) !== null;
          const own = mayBeClaimed ? claimedOf(document) : null;
          return own === null ? [] : [{ document, id, date: own.minutes.date }];
        })
        .sort(byDate),
    );

  /** Minutes of a cancelled meeting are no evidence. */
  const witnessOf = ({ document, id }: Candidate, source: TemplateSource): Witness | null => {
    const own = claimedOf(document);
    return own?.source.id === source.id && !own.minutes.cancelled
      ? known(witnesses, id, () => orFail(document, () => readWitnessOf(document, files, claiming)))
      : null;
  };

  const since = ({ id, root, template }: TemplateSource): LineSince =>
    known(dates, id, () => (root === null ? noUsage.since : lineDates(id, template.text)));

  return {
    around(document, source, date) {
      const all = candidatesOf(rootOf(document, source), source);
      const minutes = takeAround(all, { id: document.location, date }, (candidate) => {
        const found = claimedOf(candidate.document);
        return found !== null && isSameSeries(found.source, source) ? found.minutes : null;
      });
      return seriesOf(minutes);
    },
    beganOn(document, source) {
      for (const candidate of candidatesOf(rootOf(document, source), source)) {
        if (candidate.date === null) continue;
        const found = claimedOf(candidate.document);
        if (found !== null && isSameSeries(found.source, source)) return found.minutes.date;
      }
      return null;
    },
    evidenceFor(document, source, date) {
      const all = candidatesOf(rootOf(document, source), source);
      const from = { id: idOf(document), date };
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

/** A document that may be minutes of a template, with the date of its name, else of its title. */
interface Candidate extends Dated {
  readonly document: FoundDocument;
}

function idOf({ location, path }: FoundDocument): string {
  return location ?? path;
}

function known<Value>(values: Map<string, Value>, key: string, read: () => Value): Value {
  const before = values.get(key);
  if (before !== undefined) return before;
  const value = read();
  values.set(key, value);
  return value;
}

/** Indexes a document; null where no template claims it. */
function readClaimed(
  document: FoundDocument,
  files: FileSystem,
  claiming: Claiming,
): ClaimedMinutes | null {
  const text = textOf(document, files);
  if (text === null) return null;
  const found = claimDocument(document, text, claiming);
  if (found.kind !== 'minutes') return null;
  const { source } = found;
  const id = idOf(document);
  return { source, minutes: indexMinutes(id, text, id, source.template) };
}

function readWitnessOf(
  document: FoundDocument,
  files: FileSystem,
  claiming: Claiming,
): Witness | null {
  const text = textOf(document, files);
  const found = text === null ? null : claimDocument(document, text, claiming);
  return found?.kind === 'minutes' ? readWitness(idOf(document), found.input()) : null;
}

function textOf({ path }: FoundDocument, files: FileSystem): string | null {
  const read = files.read(path);
  const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
  return 'text' in decoded ? decoded.text : null;
}
