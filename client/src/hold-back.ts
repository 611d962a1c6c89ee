import {
  Disposable,
  window,
  workspace,
  type Diagnostic,
  type TextDocument,
  type TextDocumentChangeEvent,
  type Uri,
} from 'vscode';
import {
  DocumentDiagnosticRequest,
  vsdiag,
  type BaseLanguageClient,
  type Middleware,
} from 'vscode-languageclient';

/** The line that someone is typing in. */
interface EditedLine {
  readonly document: TextDocument;
  readonly line: number;
}

/** Time without typing after which all is shown, in milliseconds. */
const patience = 1000;

/** Keeps back what the server says of the line that is being typed, until the caret leaves it or a second passes. */
export interface HoldBack {
  readonly middleware: Pick<Middleware, 'provideDiagnostics'>;
  /** Begins to watch the editors; the client is asked to show all when nothing is typed any more. */
  watch(client: BaseLanguageClient): void;
  dispose(): void;
}

/** Returns what holds back; the server always answers at once, for only the client knows the caret. */
export function createHoldBack(): HoldBack {
  /** All that the server said last, by document. */
  const lastReports = new Map<string, readonly Diagnostic[]>();
  const watchers: Disposable[] = [];
  let edited: EditedLine | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const shown = (uri: Uri, all: readonly Diagnostic[]): Diagnostic[] =>
    all.filter(({ range }) => {
      if (edited?.document.uri.toString() !== uri.toString()) return true;
      return edited.line < range.start.line || range.end.line < edited.line;
    });

  const release = (client: BaseLanguageClient): void => {
    clearTimeout(timer);
    if (edited === null) return;
    const { document } = edited;
    edited = null;
    showAnew(client, document);
  };

  return {
    middleware: {
      async provideDiagnostics(document, previousResultId, token, next) {
        const uri = 'uri' in document ? document.uri : document;
        const key = uri.toString();
        const report = await next(document, previousResultId, token);
        if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full)
          lastReports.set(key, report.items);
        const all = lastReports.get(key);
        return report && all
          ? {
              kind: vsdiag.DocumentDiagnosticReportKind.full,
              ...(report.resultId !== undefined && { resultId: report.resultId }),
              items: shown(uri, all),
            }
          : report;
      },
    },
    watch(client) {
      watchers.push(
        workspace.onDidChangeTextDocument((event) => {
          const line = lineTyped(event);
          if (line === null) return;
          clearTimeout(timer);
          edited = { document: event.document, line };
          timer = setTimeout(() => {
            release(client);
          }, patience);
        }),
        window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
          if (edited?.document !== textEditor.document) return;
          const { line } = edited;
          if (selections.every(({ active }) => active.line !== line)) release(client);
        }),
        window.onDidChangeActiveTextEditor(() => {
          release(client);
        }),
        workspace.onDidCloseTextDocument(({ uri }) => lastReports.delete(uri.toString())),
      );
    },
    dispose() {
      clearTimeout(timer);
      Disposable.from(...watchers).dispose();
    },
  };
}

/** Returns the line that a change leaves the caret in; null where nothing is typed. */
function lineTyped({ document, contentChanges }: TextDocumentChangeEvent): number | null {
  const [change, ...others] = contentChanges;
  const isActive = window.activeTextEditor?.document === document;
  if (change === undefined || others.length > 0 || !isActive) return null;
  return change.range.start.line + (change.text.match(/\r\n|\r|\n/g)?.length ?? 0);
}

function showAnew(client: BaseLanguageClient, document: TextDocument): void {
  const feature = client.getFeature(DocumentDiagnosticRequest.method);
  feature.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
}
