import {
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { normalizeUri } from './documents/document-uri.ts';

/** Keeps the last report about each document, so that an equal one need not be sent again. */
export interface ReportLog {
  /** Returns the report to send, given the id of the last one that the client still has. */
  report(
    uri: string,
    items: Diagnostic[],
    previousResultId: string | undefined,
  ): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport;
}

/** Returns a log without any report (LSP 3.18, `resultId`). */
export function createReportLog(): ReportLog {
  const sent = new Map<string, { readonly resultId: string; readonly content: string }>();
  let count = 0;
  return {
    report(uri, items, previousResultId) {
      const key = normalizeUri(uri);
      const content = JSON.stringify(items);
      const last = sent.get(key);
      if (last?.content === content && last.resultId === previousResultId) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.resultId };
      }
      const resultId = last?.content === content ? last.resultId : String(++count);
      sent.set(key, { resultId, content });
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  };
}
