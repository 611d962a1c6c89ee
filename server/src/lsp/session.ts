import type { Connection, InitializeParams } from 'vscode-languageserver';
import { createCommittedVersions, type CommittedVersions } from './series/committed-versions.ts';
import { createLineDates } from './series/line-dates.ts';
import { createHistories } from './series/histories.ts';
import { createRemovals, type Removals } from './series/removals.ts';
import { followSavedVersions } from './documents/saved-versions.ts';
import { createSeriesIndex, type SeriesIndex } from './series/series-index.ts';
import { createWitnesses, type Witnesses } from './series/witnesses.ts';
import { readClientAbilities, type ClientAbilities } from './client-abilities.ts';
import { createClientFileSystem, createEmptyFileSystem } from './documents/client-file-system.ts';
import { createConverter, type Converter } from './convert.ts';
import type { Environment } from './environment.ts';
import { createFileCache, type FileCache } from './documents/file-cache.ts';
import type { FileSystem } from './documents/file-system.ts';
import { createLinkedFiles, type LinkedFiles } from './documents/linked-files.ts';
import { openDocuments, type OpenDocuments } from './documents/open-documents.ts';
import { reportFailures, type ReportFailures } from './report-failures.ts';
import { followSettings, type Settings } from './settings.ts';
import { createSnapshots, type Snapshots } from './documents/snapshots.ts';
import { createTemplates, type Templates } from './documents/templates.ts';
import { workspaceFolders, type WorkspaceFolders } from './documents/workspace-folders.ts';

/** All that a handler may ask once the client has said what it can. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly converter: Converter;
  readonly documents: OpenDocuments;
  readonly snapshots: Snapshots;
  readonly settings: Settings;
  readonly folders: WorkspaceFolders;
  readonly files: FileSystem;
  readonly cache: FileCache;
  readonly templates: Templates;
  readonly series: SeriesIndex;
  readonly removals: Removals;
  /** The versions that are checked in. */
  readonly committed: CommittedVersions;
  readonly failures: ReportFailures;
  readonly witnesses: Witnesses;
  readonly linkedFiles: LinkedFiles;
  /** Returns the current date in the local time zone, ISO. */
  readonly today: () => string;
  /** Reports that a file has another content. */
  readonly fileChanged: (uri: string) => Promise<void>;
  /** Reports that templates, settings or folders changed, so that every answer may be another. */
  readonly invalidate: () => void;
  /** Calls back after each invalidation. */
  readonly onInvalidated: (listener: () => void) => void;
}

/** Returns the files, in which a folder that can’t be read is empty, so that the others are read. */
function withoutUnreadableFolders(files: FileSystem, warn: (message: string) => void): FileSystem {
  return {
    ...files,
    readDirectory: (uri) =>
      files.readDirectory(uri).catch((error: unknown) => {
        warn(`${uri} is left out: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }),
  };
}

/** Begins the session of a client that has just introduced itself. */
export function createSession(
  connection: Connection,
  environment: Environment,
  params: InitializeParams,
): Session {
  const listeners: (() => void)[] = [];
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const invalidate = (): void => {
    series.rebuild();
    tell();
  };
  const client = readClientAbilities(params);
  const converter = createConverter(client.positionEncoding);
  const documents = openDocuments(connection, converter);
  const platformFiles = environment.createFileSystem(
    client.options.fileRequests ? createClientFileSystem(connection) : createEmptyFileSystem(),
  );
  const files = withoutUnreadableFolders(platformFiles, (message) => {
    connection.console.warn(message);
  });
  const cache = createFileCache(files, (message) => {
    connection.console.warn(message);
  });
  const folders = workspaceFolders(params, connection, invalidate);
  const settings = followSettings(connection, client, invalidate);
  const templates = createTemplates({ files, cache, documents, folders, onChange: invalidate });
  const workspace = { settings, templates, folders };
  const series = createSeriesIndex({
    connection,
    files,
    documents,
    workspace,
    showsProgress: client.showsProgress,
    onChange: tell,
  });
  const removals = createRemovals(documents, cache, folders);
  const saved = followSavedVersions(connection, documents, files, tell);
  const lineDates = createLineDates(connection, client);
  const committed = createCommittedVersions(connection, client, () => {
    lineDates.forget();
    tell();
  });
  const linkedFiles = createLinkedFiles(files, folders, tell);
  const witnesses = createWitnesses({
    files,
    series,
    templates,
    lineDates,
    today: () => environment.today(),
    report: (message) => {
      connection.console.error(message);
    },
    onChange: tell,
  });
  const historyOf = createHistories({
    witnesses,
    documents,
    series,
    linkedFiles,
    committed,
    saved,
    removals,
  });
  const snapshots = createSnapshots(documents, workspace, environment, {
    historyOf,
    usageOf: (source) => witnesses.usageOf(source),
  });
  listeners.push(() => {
    snapshots.invalidate();
  });
  return {
    connection,
    client,
    converter,
    documents,
    snapshots,
    settings,
    folders,
    files,
    cache,
    templates,
    series,
    removals,
    committed,
    failures: reportFailures(connection),
    witnesses,
    linkedFiles,
    today: () => environment.today(),
    fileChanged: saved.fileChanged,
    invalidate,
    onInvalidated: (listener) => listeners.push(listener),
  };
}
