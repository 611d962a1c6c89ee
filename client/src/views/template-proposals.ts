import {
  CodeAction,
  CodeActionKind,
  CodeLens,
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  TabInputText,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';
import type { ProposedTemplate, TemplateDoubt } from '../../../server/src/protocol/set-up.ts';

/** Templates that are proposed and not yet written. */
export interface TemplateProposals {
  /** Opens templates at the left, and what they would find at the right. */
  show(folder: Uri, templates: readonly ProposedTemplate[]): Promise<void>;
  /** Writes the templates that are open as proposals. */
  create(): Promise<void>;
  readonly disposable: Disposable;
}

const reportScheme = 'minutes-proposal';

/**
 * Shows proposed templates as untitled documents, each doubtful decision with a quick fix; nothing is written before the user says so.
 * `onCreated` is called with each template that was written.
 */
export function proposeTemplates(onCreated: (template: Uri) => Promise<void>): TemplateProposals {
  const proposals = new Map<string, ProposedTemplate>();
  const targets = new Map<string, Uri>();
  const doubtful = languages.createDiagnosticCollection('minutes-proposal');
  const changed = new EventEmitter<Uri>();
  const selector = { scheme: 'untitled', pattern: '**/.minutes/*.md' };
  const lenses = new EventEmitter<void>();

  const mark = (document: TextDocument): void => {
    const proposal = proposals.get(document.uri.toString());
    if (proposal === undefined) return;
    doubtful.set(
      document.uri,
      doubtsIn(document, proposal).map(({ doubt, range }) => {
        return new Diagnostic(range, doubt.message, DiagnosticSeverity.Information);
      }),
    );
  };

  const forget = (uri: Uri): void => {
    if (!proposals.delete(uri.toString())) return;
    doubtful.delete(uri);
    tellContext();
  };

  const tellContext = (): void => {
    lenses.fire();
    void commands.executeCommand('setContext', 'minutes.isProposing', proposals.size > 0);
  };

  const registrations = [
    doubtful,
    changed,
    lenses,
    workspace.onDidChangeTextDocument(({ document }) => {
      mark(document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      forget(uri);
    }),
    workspace.registerTextDocumentContentProvider(reportScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) =>
        [...proposals]
          .filter(([key]) => Uri.parse(key).path.startsWith(uri.query))
          .map(([, { report }]) => report)
          .join('\n'),
    }),
    languages.registerCodeActionsProvider(selector, {
      provideCodeActions(document, range) {
        const proposal = proposals.get(document.uri.toString());
        if (proposal === undefined) return [];
        return doubtsIn(document, proposal)
          .filter((found) => found.range.intersection(range) !== undefined)
          .map(({ doubt, range: line }) => quickFix(document, doubt, line));
      },
    }),
    languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: lenses.event,
      provideCodeLenses: (document) =>
        proposals.has(document.uri.toString())
          ? [
              new CodeLens(new Range(0, 0, 0, 0), {
                title: l10n.t('$(check) Create {0}', workspace.asRelativePath(document.uri.path)),
                command: 'minutes.createTemplate',
              }),
            ]
          : [],
    }),
  ];

  return {
    async show(folder, templates) {
      const documents: TextDocument[] = [];
      for (const template of templates) {
        const target = Uri.joinPath(folder, '.minutes', `${template.name}.md`);
        if (await exists(target)) continue;
        const uri = target.with({ scheme: 'untitled', authority: '' });
        proposals.set(uri.toString(), template);
        targets.set(uri.toString(), target);
        documents.push(await openProposal(uri, template.text));
      }
      const [first] = documents;
      if (first === undefined) {
        await window.showInformationMessage(l10n.t('The templates are there already.'));
        return;
      }
      for (const document of documents.toReversed()) {
        await window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.One });
        mark(document);
      }
      tellContext();
      const report = Uri.from({
        scheme: reportScheme,
        path: `/${l10n.t('What it would find')}.md`,
        query: folder.path,
      });
      changed.fire(report);
      await window.showTextDocument(await workspace.openTextDocument(report), {
        viewColumn: ViewColumn.Beside,
        preserveFocus: true,
        preview: true,
      });
    },
    async create() {
      for (const key of [...proposals.keys()]) {
        const document = workspace.textDocuments.find(({ uri }) => uri.toString() === key);
        if (document !== undefined && (await document.save())) {
          const target = targets.get(key);
          if (target !== undefined) await onCreated(target);
          window.setStatusBarMessage(
            l10n.t('$(check) Created {0}', workspace.asRelativePath(document.uri.path)),
            5000,
          );
        }
      }
      if (proposals.size === 0) await closeReport();
    },
    disposable: new Disposable(() => {
      for (const registration of registrations) registration.dispose();
    }),
  };
}

async function closeReport(): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  await window.tabGroups.close(
    tabs.filter(({ input }) => input instanceof TabInputText && input.uri.scheme === reportScheme),
  );
}

async function openProposal(uri: Uri, text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
  return document;
}

interface FoundDoubt {
  readonly doubt: TemplateDoubt;
  readonly range: Range;
}

/** Returns the doubts whose line is still as it was proposed. */
function doubtsIn(document: TextDocument, { doubts }: ProposedTemplate): readonly FoundDoubt[] {
  const lines = document.getText().split(/\r?\n/);
  return doubts.flatMap((doubt): FoundDoubt[] => {
    const line = lines.indexOf(doubt.line);
    return line === -1 ? [] : [{ doubt, range: document.lineAt(line).range }];
  });
}

function quickFix(document: TextDocument, doubt: TemplateDoubt, range: Range): CodeAction {
  const action = new CodeAction(doubt.title, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(document.uri, range, doubt.otherLine);
  action.isPreferred = true;
  return action;
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
