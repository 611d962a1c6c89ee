import { CancellationToken, type PublishDiagnosticsParams } from 'vscode-languageserver';
import { coalesce } from '../coalesce.ts';
import { toDiagnostics } from '../diagnostic.ts';
import { errorText } from '../error-text.ts';
import type { Session } from '../session.ts';
import type { WorkspaceCheck } from '../workspace-check.ts';

/** Publishes diagnostics to a client that does not pull them. */
export function publishDiagnostics(session: Session, check: WorkspaceCheck): void {
  const { connection, documents, settings } = session;
  const changed = new Set<string>();
  const sent = new Map<string, string>();
  const publishOpen = async (uri: string): Promise<void> => {
    const params = await openDiagnostics(session, uri);
    const content = JSON.stringify(params);
    if (params === null || sent.get(uri) === content) return;
    sent.set(uri, content);
    await connection.sendDiagnostics(params);
  };
  let published = new Set<string>();

  const publishChanged = async (): Promise<void> => {
    for (const uri of changed) {
      changed.delete(uri);
      await publishOpen(uri).catch(report);
    }
  };
  const publishClosed = async (): Promise<void> => {
    const { scope } = (await settings.of(null)).diagnostics;
    const before = published;
    published = scope === 'workspace' ? await publishFiles(session, check) : new Set();
    for (const uri of before) {
      if (!published.has(uri) && documents.get(uri) === undefined) await clear(session, uri);
    }
  };
  const report = (error: unknown): void => {
    connection.console.error(`Diagnostics were not published: ${errorText(error)}`);
  };
  const scheduleOpen = coalesce(publishChanged, report);
  const scheduleClosed = coalesce(publishClosed, report);

  documents.onEvent((event, uri) => {
    if (event === 'change') changed.add(uri);
    if (event === 'close') {
      changed.delete(uri);
      sent.delete(uri);
      published.add(uri);
      scheduleClosed();
    }
    scheduleOpen();
  });
  session.onInvalidated(() => {
    for (const { uri } of documents.all()) changed.add(uri);
    scheduleOpen();
    scheduleClosed();
  });
  scheduleClosed();
}

async function openDiagnostics(
  session: Session,
  uri: string,
): Promise<PublishDiagnosticsParams | null> {
  const snapshot = await session.snapshots.of(uri);
  return (
    snapshot && {
      uri,
      ...(snapshot.version !== null && { version: snapshot.version }),
      diagnostics: toDiagnostics(snapshot, session),
    }
  );
}

/** Publishes what is wrong with files that are not open, and returns their URIs. */
async function publishFiles({ connection }: Session, check: WorkspaceCheck): Promise<Set<string>> {
  const published = new Set<string>();
  for await (const { uri, version, diagnostics } of check.run(CancellationToken.None)) {
    if (version !== null || diagnostics.length === 0) continue;
    published.add(uri);
    await connection.sendDiagnostics({ uri, diagnostics });
  }
  return published;
}

function clear({ connection }: Session, uri: string): Promise<void> {
  return connection.sendDiagnostics({ uri, diagnostics: [] });
}
