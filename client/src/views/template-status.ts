import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  LanguageStatusSeverity,
  window,
  workspace,
  type Command,
  type LanguageStatusItem,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  statusNotification,
  type TemplateStatus,
} from '../../../server/src/protocol/template-status.ts';
import { describeStatus } from './describe-status.ts';

/** Shows which template claims the active editor, and why. */
export interface TemplateStatusView {
  readonly disposable: Disposable;
  /** Returns the status of the active editor; null where there is none. */
  current(): TemplateStatus | null;
  /** Returns whether a template claims a document. */
  readonly isClaimed: (document: TextDocument) => boolean;
  /** Returns whether a document is, or could be, minutes; others are templates, and files that are not Markdown. */
  readonly concernsMinutes: (document: TextDocument) => boolean;
  /** Calls back when the status of a document has arrived. */
  readonly onStatus: (listener: (uri: Uri, isClaimed: boolean) => void) => Disposable;
}

/** Shows what the server says about the active editor in its language status. */
export function showTemplateStatus(client: BaseLanguageClient): TemplateStatusView {
  const statuses = new Map<string, TemplateStatus>();
  const item = languages.createLanguageStatusItem('minutes.template', []);
  item.name = l10n.t('Minutes Template');
  const reasons = languages.createLanguageStatusItem('minutes.reasons', []);
  reasons.name = l10n.t('Minutes: Why');
  reasons.text = `$(question) ${l10n.t('Era, evidence and matched lines')}`;
  reasons.command = { command: 'minutes.explainMinutes', title: l10n.t('Explain') };

  const current = (): TemplateStatus | null => {
    const uri = window.activeTextEditor?.document.uri;
    return (uri && statuses.get(uri.toString())) ?? null;
  };
  const changed = new EventEmitter<Uri>();
  const isClaimedUri = (uri: Uri): boolean => statuses.get(uri.toString())?.state === 'checked';
  const update = (): void => {
    const status = current();
    describe(item, status);
    reasons.selector = status?.state === 'checked' ? { language: 'markdown' } : [];
    void commands.executeCommand('setContext', 'minutes.state', status?.state);
  };
  const disposable = Disposable.from(
    item,
    reasons,
    changed,
    client.onNotification(statusNotification, ({ uri, status }) => {
      const document = client.protocol2CodeConverter.asUri(uri);
      statuses.set(document.toString(), status);
      update();
      changed.fire(document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => statuses.delete(uri.toString())),
    window.onDidChangeActiveTextEditor(update),
  );
  return {
    current,
    disposable,
    isClaimed: ({ uri }) => isClaimedUri(uri),
    concernsMinutes: ({ uri }) => {
      const state = statuses.get(uri.toString())?.state;
      return state !== undefined && state !== 'template';
    },
    onStatus: (listener) =>
      changed.event((uri) => {
        listener(uri, isClaimedUri(uri));
      }),
  };
}

function describe(item: LanguageStatusItem, status: TemplateStatus | null): void {
  const description = status && describeStatus(status);
  item.selector = description === null ? [] : { language: 'markdown' };
  if (description === null) return;
  item.text = `$(checklist) ${description.text}`;
  item.detail = description.detail;
  item.severity = severities[description.severity];
  item.command = description.action === null ? undefined : actions()[description.action];
}

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

function actions(): Readonly<Record<'choose' | 'open', Command>> {
  return {
    choose: { command: 'minutes.chooseTemplate', title: l10n.t('Choose…') },
    open: { command: 'minutes.openTemplate', title: l10n.t('Open') },
  };
}
