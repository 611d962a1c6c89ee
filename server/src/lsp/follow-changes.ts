import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
} from 'vscode-languageserver';
import { fileNameOf } from './documents/document-uri.ts';
import { isRemovalsFile } from './series/removals.ts';
import type { Session } from './session.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

/**
 * Keeps answers true while templates, rosters and minutes change, in editors and on disk.
 * Where the client watches no files, those on disk are read again when a document is opened, saved or closed.
 */
export function followChanges(session: Session, check: WorkspaceCheck): void {
  const { connection, client, cache, documents, series, snapshots, templates } = session;
  const { fileChanged, invalidate, linkedFiles, witnesses } = session;

  documents.onEvent((event, uri) => {
    if (event === 'close') {
      snapshots.forget(uri);
      check.changed(uri);
    }
    series.changed(uri);
    if (event === 'save') witnesses.changed(uri);
    const isRead = templates.dependOn(uri) || isRemovalsFile(uri);
    const mayHaveChanged = !client.watchesFiles && event !== 'change';
    if (mayHaveChanged) {
      cache.forgetAll();
      witnesses.forget();
      linkedFiles.forgetAll();
    }
    if (isRead || mayHaveChanged) invalidate();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      if (type !== FileChangeType.Changed) linkedFiles.changed(uri);
      const concerns = type === FileChangeType.Deleted || mayHoldMinutes(uri);
      if (!concerns || /\/(?:\.git|node_modules)\//.test(uri)) continue;
      check.changed(uri);
      series.changed(uri);
      witnesses.changed(uri);
      void fileChanged(uri);
    }
    const known = changes.filter(({ uri }) => cache.forget(uri));
    if (known.length > 0) invalidate();
  });
}

/** Matches files of Markdown or YAML, and what may be a folder. */
function mayHoldMinutes(uri: string): boolean {
  const name = fileNameOf(uri);
  return /\.(?:md|ya?ml)$/i.test(name) || !/\.[A-Za-z][A-Za-z0-9]*$/.test(name.slice(1));
}

/**
 * Asks the client to report every file that may be a template, a roster or minutes.
 * Most clients report a folder that is renamed or deleted, and not the files in it; links may lead to any file.
 */
export async function registerWatchedFiles({ connection, client }: Session): Promise<void> {
  if (!client.watchesFiles) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      { globPattern: '**/*.{md,MD,yml,yaml}', kind: WatchKind.Change },
    ],
  });
}
