import {
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { normalizeUri } from '../documents/document-uri.ts';
import type { ReportLog } from '../report-log.ts';
import type { Session } from '../session.ts';
import type { WorkspaceCheck } from '../workspace-check.ts';

/** Answers when the client asks for the diagnostics of all files: at once, and from then on when something changed. */
export function handleWorkspaceDiagnostics(
  { connection }: Session,
  check: WorkspaceCheck,
  log: ReportLog,
): void {
  connection.languages.diagnostics.onWorkspace(async (params, token, _progress, partial) => {
    const left = new Map(
      params.previousResultIds.map(({ uri, value }) => [normalizeUri(uri), { uri, value }]),
    );
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const report = (item: WorkspaceDocumentDiagnosticReport): void => {
      if (partial === undefined) items.push(item);
      else partial.report({ items: [item] });
    };
    await check.untilChanged(token);
    for await (const { uri, version, diagnostics } of check.run(token)) {
      const previous = left.get(normalizeUri(uri));
      left.delete(normalizeUri(uri));
      if (previous === undefined && diagnostics.length === 0) continue;
      report({ uri, version, ...log.report(uri, diagnostics, previous?.value) });
    }
    if (token.isCancellationRequested) return { items };
    for (const { uri } of left.values()) {
      report({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
    }
    return { items };
  });
}
