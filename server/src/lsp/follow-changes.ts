import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Session } from './session.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

/**
 * Keeps answers true while templates, rosters and minutes change, in editors and on disk.
 * Where the client watches no files, those on disk are read again when a document is opened, saved or closed.
 */
export function followChanges(session: Session, check: WorkspaceCheck): void {
  const { connection, client, cache, documents, removals, series, snapshots, templates } = session;
  const { fileChanged, invalidate } = session;

  documents.onEvent((event, uri) => {
    if (event === 'close') {
      snapshots.forget(uri);
      check.changed(uri);
    }
    series.changed(uri);
    const isRead = templates.dependOn(uri) || removals.isRemovalsFile(uri);
    if (!client.watchesFiles && event !== 'change') cache.forgetAll();
    if (isRead || (!client.watchesFiles && event !== 'change')) invalidate();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      check.changed(uri);
      series.changed(uri);
      session.linkedFiles.changed(uri);
      void fileChanged(uri);
    }
    const known = changes.filter(({ uri }) => cache.forget(uri));
    if (known.length > 0) invalidate();
  });
}

/** Asks the client to tell of every file that may be a template, a roster or minutes. */
export async function registerWatchedFiles({ connection, client }: Session): Promise<void> {
  if (!client.watchesFiles) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: '**/.minutes' }, { globPattern: '**/*.{md,MD,yml,yaml}' }],
  });
}
