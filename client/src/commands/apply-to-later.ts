import { l10n, window, workspace } from 'vscode';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  Command,
  type BaseLanguageClient,
  type CodeAction,
} from 'vscode-languageclient';

/**
 * Writes a change of teams in the active editor into later minutes: the one that the user picks, after a preview.
 * The server is asked itself, for VS Code's own command for code actions forgets what needs a preview.
 */
export async function applyToLater(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: {
      start: { line: 0, character: 0 },
      end: { line: document.lineCount, character: 0 },
    },
    context: { diagnostics: [], only: ['refactor.rewrite.later'] },
  });
  const own = (actions ?? []).flatMap((action) => (Command.is(action) ? [] : [action]));
  if (own.length === 0) {
    window.setStatusBarMessage(l10n.t('Later minutes have all that changed in these.'), 5000);
  }
  const chosen = own.length > 1 ? await pick(own) : own[0];
  if (chosen === undefined) return;
  const { edit } = await client.sendRequest(CodeActionResolveRequest.type, chosen);
  const changes = await client.protocol2CodeConverter.asWorkspaceEdit(edit ?? null);
  if (changes) await workspace.applyEdit(changes, { isRefactoring: true });
}

async function pick(actions: readonly CodeAction[]): Promise<CodeAction | undefined> {
  const picks = actions.map((action) => ({ label: action.title, action }));
  const title = l10n.t('Apply to Later Minutes');
  return (await window.showQuickPick(picks, { title }))?.action;
}
