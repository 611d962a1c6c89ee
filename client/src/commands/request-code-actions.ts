import type { TextDocument, WorkspaceEdit } from 'vscode';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  Command,
  type BaseLanguageClient,
  type CodeAction,
} from 'vscode-languageclient';

/**
 * Returns the server's code actions of one kind for a whole document, without their edits.
 * The server is asked itself: VS Code's own command returns none when any extension registers code actions in the meantime,
 * or when a diagnostic changes, and forgets what needs a preview.
 */
export async function requestCodeActions(
  client: BaseLanguageClient,
  document: TextDocument,
  kind: string,
): Promise<readonly CodeAction[]> {
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: {
      start: { line: 0, character: 0 },
      end: { line: document.lineCount, character: 0 },
    },
    context: { diagnostics: [], only: [kind] },
  });
  return (actions ?? []).flatMap((action) => (Command.is(action) ? [] : [action]));
}

/** Returns what an action changes; undefined where that is nothing, or where its document has changed since. */
export async function resolveEdit(
  client: BaseLanguageClient,
  action: CodeAction,
): Promise<WorkspaceEdit | undefined> {
  const { edit } = await client.sendRequest(CodeActionResolveRequest.type, action);
  return client.protocol2CodeConverter.asWorkspaceEdit(edit);
}
