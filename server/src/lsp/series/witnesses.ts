import type { TemplateSource } from '../../core/claims/choose-template.ts';
import { readWitness } from '../../core/checking/witness.ts';
import {
  evidenceOf,
  noEvidence,
  noUsage,
  type Evidence,
  type TemplateUsage,
} from '../../core/meetings/evidence.ts';
import type { Witness } from '../../core/meetings/witness.ts';
import type { IndexedMinutes } from '../../core/meetings/indexed-minutes.ts';
import { lastWindow, windowAround } from '../../core/meetings/window.ts';
import { templateOfMany } from '../../core/matching/meetings-in-file.ts';
import { parseMarkdown } from '../../core/markdown/parse-markdown.ts';
import { readMinutes } from '../../core/minutes/read-minutes.ts';
import { errorText } from '../error-text.ts';
import { normalizeUri, pathOf } from '../documents/document-uri.ts';
import type { FileSystem } from '../documents/file-system.ts';
import type { Templates } from '../documents/templates.ts';
import type { LineDates } from './line-dates.ts';
import type { SeriesIndex } from './series-index.ts';

/** What the minutes of the workspace do, as evidence for the others: as they are on disk, whatever is being typed. */
export interface Witnesses {
  /** Returns what the minutes around a document do; nothing while the workspace is still being read. */
  evidenceFor(uri: string, source: TemplateSource, date: string | null): Promise<Evidence>;
  /** Returns what the last minutes of a template do. */
  usageOf(source: TemplateSource): Promise<TemplateUsage>;
  /** Reports that a file has another content on disk. */
  changed(uri: string): void;
  /** Forgets what all files do, for any of them may have changed. */
  forget(): void;
}

/** What witnesses are read from. */
export interface WitnessSources {
  readonly files: FileSystem;
  readonly series: SeriesIndex;
  readonly templates: Templates;
  readonly lineDates: LineDates;
  readonly today: () => string;
  /** Told what can't be read. */
  readonly report: (message: string) => void;
  /** Called when the evidence for other documents may have become another. */
  readonly onChange: () => void;
}

interface Known {
  readonly source: TemplateSource;
  readonly witness: Promise<Witness | null>;
}

/** Returns the witnesses of a session, each read when it is first asked for. */
export function createWitnesses(sources: WitnessSources): Witnesses {
  const { files, series, templates, lineDates, today, report, onChange } = sources;
  const known = new Map<string, Known>();

  const read = async (id: string, source: TemplateSource): Promise<Witness | null> => {
    const text = await files.readFile(id);
    if (text === null) return null;
    return readWitness(id, {
      minutes: readMinutes(parseMarkdown(text)),
      fileName: pathOf(id),
      template: source.template,
      roster: await templates.rosterOf(source),
      today: today(),
    });
  };

  const readOrReport = (id: string, source: TemplateSource): Promise<Witness | null> =>
    read(id, source).catch((error: unknown) => {
      report(`${id} is no evidence: ${errorText(error)}`);
      return null;
    });

  const witnessOf = (id: string, source: TemplateSource): Promise<Witness | null> => {
    const before = known.get(id);
    if (before?.source === source) return before.witness;
    const witness = readOrReport(id, source);
    known.set(id, { source, witness });
    return witness;
  };

  const allOf = async (
    ids: readonly string[],
    source: TemplateSource,
  ): Promise<readonly Witness[]> => {
    const all = await Promise.all(ids.map((id) => witnessOf(id, source)));
    return all.flatMap((witness) => witness ?? []);
  };

  const idOf =
    (source: TemplateSource) =>
    ({ id, cancelled }: IndexedMinutes): string | null =>
      !cancelled && series.get(id)?.source.id === source.id ? id : null;

  /** The meetings of one file are evidence for one another, and found where the file is checked. */
  const isOfMany = ({ template }: TemplateSource): boolean => templateOfMany(template) !== null;

  return {
    async evidenceFor(uri, source, date) {
      const { minutes } = series.of(source);
      if (!series.isComplete() || isOfMany(source)) return noEvidence;
      const own = normalizeUri(uri);
      // Without a date the number says where it is in the series.
      const from = minutes.find(({ id, date: day }) => id === own && day === date) ?? {
        id: own,
        date,
      };
      const ids = windowAround(minutes, from, today(), idOf(source));
      return evidenceOf(await allOf(ids, source), from.id, await lineDates.of(source));
    },
    async usageOf(source) {
      const { minutes } = series.of(source);
      if (!series.isComplete() || isOfMany(source)) return noUsage;
      const ids = lastWindow(minutes, today(), idOf(source));
      return { window: await allOf(ids, source), since: await lineDates.of(source) };
    },
    changed(changedUri) {
      const uri = normalizeUri(changedUri);
      const before = known.get(uri);
      if (before === undefined) return;
      const fresh = readOrReport(uri, before.source);
      known.set(uri, { source: before.source, witness: fresh });
      void Promise.all([before.witness, fresh]).then(([old, now]) => {
        if (!isSame(old, now)) onChange();
      });
    },
    forget() {
      known.clear();
    },
  };
}

function isSame(a: Witness | null, b: Witness | null): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

function plain(witness: Witness | null): object | null {
  return witness && { ...witness, habits: [...witness.habits], headings: [...witness.headings] };
}
