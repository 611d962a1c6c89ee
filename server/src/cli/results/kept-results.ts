import type { TemplateSource } from '../../core/claims/choose-template.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Claiming } from '../claim-document.ts';
import { decodeText } from '../decode-text.ts';
import type { DocumentReport } from '../document-report.ts';
import type { FileSystem } from '../environment.ts';
import type { FoundDocument } from '../found-document.ts';
import { absentFrom } from '../linked-files.ts';
import { sourceNamed, type SeriesIndex, type Summaries } from '../series-index.ts';
import { contentHash } from './content-hash.ts';
import { createResultKeys } from './result-keys.ts';
import type { ResultStore } from './result-store.ts';
import type { StoredFile } from './stored-file.ts';

/** Results that are kept between runs; each equals a fresh one. */
export interface KeptResults {
  /** Returns whether a document is as it was when it was last checked, whatever is around it. */
  isKnown(document: FoundDocument): boolean;
  /** Returns the report of minutes that was kept, with its text where a finding needs it; null where they are to be checked. */
  find(document: FoundDocument, needsText: (finding: Finding) => boolean): DocumentReport | null;
  /** Keeps the report of minutes that were checked. */
  keep(document: FoundDocument, report: DocumentReport): void;
  /** Returns the findings of a template that were kept, else what `check` returns. */
  ofTemplate(
    source: TemplateSource,
    severities: object,
    check: () => readonly Finding[],
  ): readonly Finding[];
  /** Returns what was made of a document in this thread. */
  partOf(document: FoundDocument): StoredFile | null;
  /** Takes what another thread made of a document. */
  take(document: FoundDocument, part: StoredFile): void;
  save(): void;
  readonly summaries: Summaries;
  /** Receives that a rule asked where a link of minutes leads. */
  asked(location: string, path: string, isAbsent: boolean): void;
}

/** What results are kept with. */
export interface KeepingRun {
  readonly claiming: Claiming;
  readonly store: ResultStore;
  readonly files: FileSystem;
  readonly series: () => SeriesIndex;
}

/** Returns the kept results of a run. */
export function createKeptResults(run: KeepingRun): KeptResults {
  const { claiming, store, files, series } = run;
  const keys = createResultKeys({ claiming, store, series });
  const asked = new Map<string, Map<string, boolean>>();

  const textOf = ({ path, location }: FoundDocument): string | null => {
    const read = files.read(path);
    if ('reason' in read || contentHash(read.bytes) !== store.hashOf(location ?? '')) return null;
    const decoded = decodeText(read.bytes);
    return 'text' in decoded ? decoded.text : null;
  };

  return {
    summaries: {
      claimOf: (document, claim) =>
        document.location === null
          ? claim()
          : store.claimOf(document.location, keys.ofClaim(document), claim),
      hashOf: (path) => store.hashOf(path),
      read: (path, bytes) => {
        store.read(path, bytes);
      },
    },
    isKnown: ({ location }) => location !== null && store.isKnown(location),
    find(document, needsText) {
      const { path, location } = document;
      if (location === null) return null;
      const result = store.resultOf(location);
      if (result === null) return null;
      if (keys.ofMinutes(document) !== result.key) return null;
      const links = Object.entries(result.absent);
      const isAbsent = links.length === 0 ? null : absentFrom(document, files);
      if (links.some(([link, absent]) => isAbsent?.(link) !== absent)) return null;
      const source = series().summaryOf(document)?.source ?? '';
      const text = result.findings.some(needsText) ? textOf(document) : '';
      if (text === null) return null;
      return {
        path,
        location,
        text,
        state: 'checked',
        template: sourceNamed(source, document, claiming),
        ...(result.cancelled && { cancelled: true as const }),
        findings: result.findings,
      };
    },
    keep(document, { state, template, cancelled = false, findings }) {
      const { location } = document;
      const isWhole = findings.every(({ failure }) => failure === undefined);
      if (location === null || state !== 'checked' || template === null || !isWhole) return;
      const key = keys.ofMinutes(document);
      if (key === null) return;
      const absent = Object.fromEntries(asked.get(location) ?? []);
      store.put(location, { key, absent, cancelled, findings });
    },
    ofTemplate(source, severities, check) {
      const key = keys.ofTemplate(source, severities);
      const result = store.resultOf(source.id);
      if (result?.key === key) return result.findings;
      const findings = check();
      if (findings.every(({ failure }) => failure === undefined)) {
        store.put(source.id, { key, absent: {}, cancelled: false, findings });
      }
      return findings;
    },
    partOf: ({ location }) => (location === null ? null : store.partOf(location)),
    take({ location }, part) {
      if (location !== null) store.take(location, part);
    },
    save() {
      store.save();
    },
    asked(location, path, isAbsent) {
      const own = asked.get(location) ?? new Map<string, boolean>();
      asked.set(location, own.set(path, isAbsent));
    },
  };
}
