import { l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { refreshDraftsRequest } from '../../../server/src/protocol/refresh-drafts.ts';

/** Brings the drafts to the present template and roster, after a preview; what somebody wrote is left alone. */
export async function refreshDrafts(client: BaseLanguageClient, place: unknown): Promise<void> {
  const uri = place instanceof Uri ? place : window.activeTextEditor?.document.uri;
  const edit = await client.sendRequest(refreshDraftsRequest, {
    uri: uri === undefined ? null : client.code2ProtocolConverter.asUri(uri),
  });
  if (edit === null) {
    window.setStatusBarMessage(l10n.t('All drafts are as they would be made today.'), 5000);
    return;
  }
  const changes = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  await workspace.applyEdit(changes, { isRefactoring: true });
}
