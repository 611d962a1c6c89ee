import { indexMinutes, type IndexedMinutes } from '../core/meetings/indexed-minutes.ts';
import { isSameSeries } from '../core/meetings/series-of-templates.ts';
import { seriesOf, type Series } from '../core/meetings/series.ts';
import type { TemplateSource } from '../core/claims/choose-template.ts';
import { isoFileDate } from '../core/matching/file-date.ts';
import { partitionPoint } from '../core/text/partition-point.ts';
import { internalError } from '../core/text/internal-error.ts';
import { claimDocument, type Claiming } from './claim-document.ts';
import { decodeText } from './decode-text.ts';
import type { FileSystem } from './environment.ts';
import { findDocuments, type SearchOptions } from './find-documents.ts';
import type { FoundDocument } from './found-document.ts';

/** The series of templates, read when they are asked for. */
export interface SeriesIndex {
  /** Returns the series of a document's template that the file names date near a day, ISO; all where it is null. */
  near(document: FoundDocument, source: TemplateSource, date: string | null): Series;
  /** Returns the ISO date of the first minutes that the template’s file names date; null where there are none. */
  beganOn(document: FoundDocument, source: TemplateSource): string | null;
}

const nearby = { before: 45, after: 25 };

/** Returns the series of the templates below whose folders the file system has minutes. */
export function createSeriesIndex(
  search: SearchOptions,
  claiming: Claiming,
  fail: (path: string, reason: string) => void,
): SeriesIndex {
  const { files } = search;
  const indexed = new Map<string, ClaimedMinutes | null>();
  const candidates = new Map<string, readonly DatedDocument[]>();

  /** A template that the user names, or a preset, holds for what was given and for nothing beside it. */
  const rootOf = ({ within }: FoundDocument, { root }: TemplateSource): string =>
    claiming.chosen === null && root !== null ? root : files.absolute(within);

  const candidatesOf = (root: string, source: TemplateSource): readonly DatedDocument[] => {
    const key = `${root}\n${source.template.options.fileNames.map(({ source: pattern }) => pattern).join('\n')}`;
    const known = candidates.get(key);
    if (known !== undefined) return known;
    const found = findDocuments([root], search).documents.map((document) => ({
      document,
      date: isoFileDate(document.location ?? document.path, source.template),
    }));
    const sorted = found.sort((a, b) => compare(a.date ?? '', b.date ?? ''));
    candidates.set(key, sorted);
    return sorted;
  };

  const indexOf = (document: FoundDocument, source: TemplateSource): readonly IndexedMinutes[] => {
    const id = document.location ?? document.path;
    const known = indexed.get(id);
    const found = known === undefined ? readOrFail(document) : known;
    indexed.set(id, found);
    return found !== null && isSameSeries(found.source, source) ? [found.minutes] : [];
  };

  const readOrFail = (document: FoundDocument): ClaimedMinutes | null => {
    try {
      return readIndexed(document, files, claiming);
    } catch (error) {
      fail(document.path, internalError('the index', error).message);
      return null;
    }
  };

  return {
    near(near, source, date) {
      const all = candidatesOf(rootOf(near, source), source);
      const end = partitionPoint(all, (other) => date !== null && (other.date ?? '') >= date);
      const chosen =
        date === null ? all : all.slice(Math.max(0, end - nearby.before), end + nearby.after);
      return seriesOf(chosen.flatMap(({ document }) => indexOf(document, source)));
    },
    beganOn(near, source) {
      for (const { document, date } of candidatesOf(rootOf(near, source), source)) {
        if (date === null) continue;
        const [first] = indexOf(document, source);
        if (first !== undefined) return first.date;
      }
      return null;
    },
  };
}

interface DatedDocument {
  readonly document: FoundDocument;
  readonly date: string | null;
}

interface ClaimedMinutes {
  readonly source: TemplateSource;
  readonly minutes: IndexedMinutes;
}

/** Indexes a document; null where no template claims it. */
function readIndexed(
  document: FoundDocument,
  files: FileSystem,
  claiming: Claiming,
): ClaimedMinutes | null {
  const read = files.read(document.path);
  const decoded = 'bytes' in read ? decodeText(read.bytes) : read;
  if (!('text' in decoded)) return null;
  const claimed = claimDocument(document, decoded.text, claiming);
  if (claimed.kind !== 'minutes') return null;
  const { source } = claimed;
  const id = document.location ?? document.path;
  return {
    source,
    minutes: indexMinutes(id, decoded.text, id, source.template),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
