import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  type DiagnosticOptions,
  type Disposable,
} from 'vscode-languageserver';
import type { MinutesSettings } from '../../protocol/settings.ts';
import { coalesce } from '../coalesce.ts';
import { toDiagnostics } from '../diagnostic.ts';
import { errorText } from '../error-text.ts';
import type { ReportLog } from '../report-log.ts';
import type { Session } from '../session.ts';

/** Returns what the server says about pulled diagnostics. */
export function diagnosticOptions(
  scope: MinutesSettings['diagnostics']['scope'],
): DiagnosticOptions {
  return {
    identifier: 'minutes',
    interFileDependencies: true,
    workspaceDiagnostics: scope === 'workspace',
  };
}

/** Answers when the client asks for the diagnostics of a document, and says when to ask again. */
export function handleDiagnostics(session: Session, log: ReportLog): void {
  const { connection, client, snapshots } = session;

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const snapshot = await snapshots.of(textDocument.uri);
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client asked anew');
    }
    if (snapshot === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const items = toDiagnostics(snapshot, session);
    return log.report(textDocument.uri, items, previousResultId);
  });

  if (client.refreshesDiagnostics) refreshDiagnostics(session);
}

/** Asks the client to pull again after each invalidation. */
function refreshDiagnostics({ connection, onInvalidated }: Session): void {
  const refresh = coalesce(
    () => connection.languages.diagnostics.refresh(),
    (error) => {
      connection.console.error(`Diagnostics were not refreshed: ${errorText(error)}`);
    },
  );
  onInvalidated(refresh);
}

/** Registers pulled diagnostics with the scope that the settings say, and again when the scope changes. */
export async function registerDiagnostics(session: Session): Promise<void> {
  const { connection, settings, onInvalidated } = session;
  let scope = (await settings.of(null)).diagnostics.scope;
  let registered: Promise<Disposable> = register(session, scope);
  onInvalidated(() => {
    registered = registered.then(async (registration) => {
      const wanted = (await settings.of(null)).diagnostics.scope;
      if (wanted === scope) return registration;
      scope = wanted;
      registration.dispose();
      return register(session, scope);
    });
    registered.catch((error: unknown) => {
      connection.console.error(`Diagnostics were not registered: ${errorText(error)}`);
    });
  });
  await registered;
}

function register(
  { connection }: Session,
  scope: MinutesSettings['diagnostics']['scope'],
): Promise<Disposable> {
  return connection.client.register(DocumentDiagnosticRequest.type, {
    documentSelector: null,
    ...diagnosticOptions(scope),
  });
}
