import type { CancellationToken, Connection } from 'vscode-languageserver';
import { indexMinutes, type IndexedMinutes } from '../core/meetings/indexed-minutes.ts';
import { isSameSeries } from '../core/meetings/series-of-templates.ts';
import { seriesOf, type Series } from '../core/meetings/series.ts';
import type { TemplateSource } from '../core/template/choose-template.ts';
import { claimDocument, type Workspace } from './claims.ts';
import { fileNameOf, isWithin, normalizeUri } from './document-uri.ts';
import type { FileSystem } from './file-system.ts';
import { markdownFiles } from './markdown-files.ts';
import type { OpenDocuments } from './open-documents.ts';

/** All minutes of the workspace, kept in step with files, editors and templates. */
export interface SeriesIndex {
  /** Returns the series of a template as far as it is known; starts to read the workspace when first asked. */
  of(source: TemplateSource): Series;
  /** Resolves when every file that there is has been read. */
  complete(): Promise<void>;
  /** Returns all minutes with their templates. */
  all(): readonly ClaimedMinutes[];
  /** Tells that a file or an open document has another text, or that a folder came or went with all below it. */
  changed(uri: string): void;
  /** Tells that any document may be claimed otherwise. */
  rebuild(): void;
}

/** Minutes with the template that claims them. */
export interface ClaimedMinutes {
  readonly source: TemplateSource;
  readonly minutes: IndexedMinutes;
}

/** What a series is read from. */
export interface SeriesSources {
  readonly connection: Connection;
  readonly files: FileSystem;
  readonly documents: OpenDocuments;
  readonly workspace: Workspace;
  /** Whether the client shows progress. */
  readonly showsProgress: boolean;
  /** Called when the index has become another one without anybody's typing. */
  readonly onChange: () => void;
}

/** Returns the index of a session’s workspace, empty at first. */
export function createSeriesIndex(sources: SeriesSources): SeriesIndex {
  const { connection, files, documents, workspace, onChange } = sources;
  const indexed = new Map<string, ClaimedMinutes>();
  const outdated = new Set<string>();
  let seriesBySource = new WeakMap<TemplateSource, Series>();
  let generation = 0;
  let building: Promise<void> | null = null;
  let updating: Promise<void> | null = null;
  let waiting = false;
  let restless = false;

  const read = async (uri: string): Promise<void> => {
    const text = documents.get(uri)?.text ?? (await files.readFile(uri));
    const source = text === null ? null : await claimDocument(uri, text, workspace);
    if (text === null || source === null) indexed.delete(uri);
    else
      indexed.set(uri, {
        source,
        minutes: indexMinutes(uri, text, fileNameOf(uri), source.template),
      });
  };

  const build = async (): Promise<void> => {
    const own = ++generation;
    const progress = await beginProgress(sources);
    const found = new Set<string>();
    for await (const uri of markdownFiles(files, workspace.folders.all())) {
      if (own !== generation || progress.token.isCancellationRequested) break;
      found.add(uri);
      await read(uri);
      if (found.size % 100 === 0) forgetSeries();
      progress.read(found.size);
    }
    for (const uri of documents.all().map((open) => normalizeUri(open.uri))) {
      if (found.has(uri)) continue;
      found.add(uri);
      await read(uri);
    }
    if (own === generation && !progress.token.isCancellationRequested) forgetOthers(found);
    progress.done();
    forgetSeries();
    if (own === generation) onChange();
  };

  const forgetSeries = (): void => {
    seriesBySource = new WeakMap();
  };

  /** What is no longer there stays known until all that is there has been read again. */
  const forgetOthers = (found: ReadonlySet<string>): void => {
    for (const uri of indexed.keys()) if (!found.has(uri)) indexed.delete(uri);
  };

  const update = async (): Promise<void> => {
    waiting = false;
    let matters = false;
    for (const uri of outdated) {
      outdated.delete(uri);
      if (await isFolder(uri)) continue;
      const before = indexed.get(uri);
      await read(uri);
      matters ||= whatOthersSee(before) !== whatOthersSee(indexed.get(uri));
    }
    forgetSeries();
    if (matters) onChange();
  };

  /** Marks all minutes of a folder that came; of one that went, they are marked already. */
  const isFolder = async (uri: string): Promise<boolean> => {
    if (/\.md$/i.test(uri) || documents.get(uri) !== undefined) return false;
    for await (const file of markdownFiles(files, [uri])) outdated.add(file);
    return true;
  };

  /** Lets keystrokes pass: the other minutes can wait for a tenth of a second without one, or for two. */
  const untilQuiet = async (): Promise<void> => {
    for (let count = 0; count < 20 && restless; count++) {
      restless = false;
      await tenthOfSecond();
    }
  };

  const report = (error: unknown): void => {
    connection.console.error(`The minutes were not indexed: ${String(error)}`);
  };
  const start = (): Promise<void> => (building ??= build().catch(report));

  return {
    of(source) {
      void start();
      const known = seriesBySource.get(source);
      if (known !== undefined) return known;
      const claimed = [...indexed.values()].filter((each) => isSameSeries(each.source, source));
      const series = seriesOf(claimed.map(({ minutes }) => minutes));
      seriesBySource.set(source, series);
      return series;
    },
    async complete() {
      await start();
      await updating;
    },
    all: () => [...indexed.values()],
    changed(changedUri) {
      if (building === null) return;
      const uri = normalizeUri(changedUri);
      outdated.add(uri);
      for (const known of indexed.keys()) if (isWithin(uri, known)) outdated.add(known);
      restless = true;
      if (waiting) return;
      waiting = true;
      updating = (updating ?? Promise.resolve()).then(untilQuiet).then(update).catch(report);
    },
    rebuild() {
      if (building === null) return;
      building = build().catch(report);
    },
  };
}

function tenthOfSecond(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
}

/** Returns what the findings of other minutes depend on: most typing changes none of it. */
function whatOthersSee(claimed: ClaimedMinutes | undefined): string {
  const { date, teams, roadmap } = claimed?.minutes ?? { date: null, teams: [], roadmap: [] };
  return JSON.stringify([
    claimed !== undefined,
    date,
    teams.map(({ heading, lineCount }) => [heading, lineCount > 0]),
    roadmap,
  ]);
}

interface Progress {
  readonly token: Pick<CancellationToken, 'isCancellationRequested'>;
  read(count: number): void;
  done(): void;
}

/** Shows progress that the user can cancel, where the client can. */
async function beginProgress({ connection, showsProgress }: SeriesSources): Promise<Progress> {
  if (!showsProgress) {
    return {
      token: { isCancellationRequested: false },
      read: () => undefined,
      done: () => undefined,
    };
  }
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin('Reading minutes', undefined, undefined, true);
  return {
    token: progress.token,
    read(count) {
      if (count % 100 === 0) progress.report(`${count}`);
    },
    done: () => {
      progress.done();
    },
  };
}
