import * as l10n from '@vscode/l10n';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { indexFile } from '../../core/meetings/index-file.ts';
import type { Series } from '../../core/meetings/series.ts';
import type { TemplateSource } from '../../core/claims/choose-template.ts';
import type { Matcher } from '../../core/matching/matcher.ts';
import { claimingTemplate, type Workspace } from '../documents/claimed-documents.ts';
import { isBelowAny, normalizeUri, pathOf } from '../documents/document-uri.ts';
import { errorText } from '../error-text.ts';
import type { FileSystem } from '../documents/file-system.ts';
import type { ClaimedFile } from '../../core/meetings/claimed-minutes.ts';
import { createKnownSeries } from './known-series.ts';
import { markdownFiles } from '../documents/markdown-files.ts';
import type { OpenDocuments } from '../documents/open-documents.ts';

/** All minutes of the workspace, kept in step with files, editors and templates. */
export interface SeriesIndex {
  /** Returns the series of a template as far as it is known; starts to read the workspace when first asked. */
  of(source: TemplateSource): Series;
  /** Returns whether the workspace has been read once; until then a series may lack minutes. */
  isComplete(): boolean;
  /** Resolves when every file that there is has been read. */
  complete(): Promise<void>;
  /** Returns the meetings in the file of a normalized URI; undefined where it has none. */
  get(uri: string): ClaimedFile | undefined;
  /** Returns all files with their templates. */
  all(): readonly ClaimedFile[];
  /** Returns the template that claims a file of the index; null for others. */
  templateOf(uri: string): Matcher | null;
  /** Reports that a file or an open document has another text, or that a folder came or went with all below it. */
  changed(uri: string): void;
  /** Reports that any document may be claimed otherwise. */
  rebuild(): void;
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
  const indexed = new Map<string, ClaimedFile>();
  const outdated = new Set<string>();
  const known = createKnownSeries(indexed);
  let generation = 0;
  let building: Promise<void> | null = null;
  let updating: Promise<void> | null = null;
  let waiting = false;
  let rebuildWaits = false;
  let changes = 0;
  let isBuilt = false;

  const read = async (uri: string): Promise<void> => {
    try {
      await readIndexed(uri);
    } catch (error) {
      connection.console.error(`${uri} was not indexed: ${errorText(error)}`);
      set(uri, undefined);
    }
  };

  const readIndexed = async (uri: string): Promise<void> => {
    const text = documents.get(uri)?.text ?? (await files.readFile(uri));
    const source = text === null ? null : await claimingTemplate(uri, text, workspace);
    if (text === null || source === null) set(uri, undefined);
    else {
      const meetings = indexFile(uri, text, pathOf(uri), source.template);
      set(uri, { uri, source, meetings });
    }
  };

  const set = (uri: string, fresh: ClaimedFile | undefined): void => {
    known.changed(indexed.get(uri), fresh);
    if (fresh === undefined) indexed.delete(uri);
    else indexed.set(uri, fresh);
  };

  const build = async (): Promise<void> => {
    const own = ++generation;
    const progress = await beginProgress(sources);
    const found = new Set<string>();
    for await (const uri of markdownFiles(files, workspace.folders.all())) {
      if (own !== generation || progress.token.isCancellationRequested) break;
      found.add(uri);
      await read(uri);
      progress.read(found.size);
    }
    for (const uri of documents.all().map((open) => normalizeUri(open.uri))) {
      if (found.has(uri)) continue;
      found.add(uri);
      await read(uri);
    }
    if (own === generation && !progress.token.isCancellationRequested) forgetOthers(found);
    progress.done();
    known.forget();
    if (own !== generation) return;
    isBuilt = true;
    onChange();
  };

  /** What is no longer there stays known until all that is there has been read again. */
  const forgetOthers = (found: ReadonlySet<string>): void => {
    for (const uri of indexed.keys()) if (!found.has(uri)) set(uri, undefined);
  };

  const update = async (): Promise<void> => {
    waiting = false;
    let matters = false;
    addBelow();
    for (const uri of outdated) {
      outdated.delete(uri);
      if (await isFolder(uri)) continue;
      const before = indexed.get(uri);
      await read(uri);
      matters ||= whatOthersSee(before) !== whatOthersSee(indexed.get(uri));
    }
    if (matters) onChange();
  };

  /** Marks all minutes below what may be a folder, which came or went as a whole. */
  const addBelow = (): void => {
    const folders = new Set(
      [...outdated].filter((uri) => !indexed.has(uri) && documents.get(uri) === undefined),
    );
    if (folders.size === 0) return;
    for (const uri of indexed.keys()) if (isBelowAny(folders, uri)) outdated.add(uri);
  };

  /** Marks all minutes of a folder that came; of one that went, they are marked already. */
  const isFolder = async (uri: string): Promise<boolean> => {
    if (/\.md$/i.test(uri) || documents.get(uri) !== undefined) return false;
    for await (const file of markdownFiles(files, [uri])) outdated.add(file);
    return true;
  };

  /** Lets keystrokes pass: resolves after a tenth of a second without one, or after some seconds. */
  const untilQuiet = async (seconds: number): Promise<void> => {
    for (let count = 0, before = -1; count < seconds * 10 && before !== changes; count++) {
      before = changes;
      await tenthOfSecond();
    }
  };

  /** Reads all minutes again once the typing rests; a template may not be one while it is being typed. */
  const buildLater = async (): Promise<void> => {
    rebuildWaits = true;
    await untilQuiet(10);
    rebuildWaits = false;
    await build();
  };

  const report = (error: unknown): void => {
    connection.console.error(`The minutes were not indexed: ${errorText(error)}`);
  };
  const start = (): Promise<void> => (building ??= build().catch(report));

  return {
    of(source) {
      void start();
      return known.of(source);
    },
    isComplete: () => isBuilt,
    async complete() {
      let awaited: Promise<void>;
      do {
        awaited = start();
        await awaited;
      } while (awaited !== building);
      await updating;
    },
    get: (uri) => indexed.get(uri),
    all: () => [...indexed.values()],
    templateOf: (uri) => indexed.get(uri)?.source.template ?? null,
    changed(changedUri) {
      if (building === null) return;
      outdated.add(normalizeUri(changedUri));
      changes++;
      if (waiting) return;
      waiting = true;
      updating = (updating ?? Promise.resolve())
        .then(() => untilQuiet(2))
        .then(update)
        .catch(report);
    },
    rebuild() {
      if (building === null) return;
      changes++;
      generation++;
      if (!rebuildWaits) building = buildLater().catch(report);
    },
  };
}

function tenthOfSecond(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
}

/** Returns what the findings of other minutes depend on: most typing changes none of it. */
function whatOthersSee(claimed: ClaimedFile | undefined): string {
  const seen = claimed?.meetings.map(({ date, teams, roadmap, record }) => [
    date,
    teams.map(({ heading, lineCount }) => [heading, lineCount > 0]),
    roadmap,
    record.actions.map(({ owners, text, done }) => [owners, text, done]),
    record.attendance.map(({ name }) => name),
  ]);
  return JSON.stringify(seen ?? null);
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
  progress.begin(l10n.t('Reading minutes'), undefined, undefined, true);
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
