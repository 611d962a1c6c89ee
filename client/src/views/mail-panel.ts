import { Disposable, l10n, ViewColumn, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  mailRequest,
  type MailMessage,
  type ShownMail,
} from '../../../server/src/protocol/mail.ts';
import { panelOptions, panelPage } from './panel-page.ts';

/** Opens a panel that shows the minutes of the active editor as a mail, to be copied. */
export function showMail(client: BaseLanguageClient, context: ExtensionContext): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return Promise.resolve();
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const panel = window.createWebviewPanel(
    'minutes.mail',
    l10n.t('Copy for Mail'),
    ViewColumn.Beside,
    panelOptions(context),
  );
  let parts: ShownMail['parts'] = 'all';
  const refresh = async (): Promise<void> => {
    const mail = await client.sendRequest(mailRequest, { uri, parts });
    if (mail === null) return;
    panel.title = mail.subject;
    const words = {
      copy: l10n.t('Copy'),
      copied: l10n.t('Copied: paste it into a mail.'),
      failed: l10n.t('It could not be copied.'),
      record: l10n.t('Only decisions and actions'),
    };
    await panel.webview.postMessage({ ...mail, uri, parts, words } satisfies ShownMail &
      typeof mail);
  };
  const report = (error: unknown): void => {
    client.error('The mail was not shown', error, false);
  };
  const listeners = Disposable.from(
    panel.webview.onDidReceiveMessage((message: MailMessage) => {
      if (message.kind === 'parts') ({ parts } = message);
      refresh().catch(report);
    }),
    workspace.onDidSaveTextDocument((saved) => {
      if (saved === document) refresh().catch(report);
    }),
  );
  panel.onDidDispose(() => {
    listeners.dispose();
  });
  panel.webview.html = panelPage(panel.webview, context, 'mail');
  return Promise.resolve();
}
