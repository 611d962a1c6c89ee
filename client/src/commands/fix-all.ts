import { l10n, window, type TextDocument, type TextEdit } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { requestCodeActions, resolveEdit } from './request-code-actions.ts';

/** Makes all safe repairs of the active editor, in one step for undo. */
export async function fixAll(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document } = editor;
  for (let isMade = false; !isMade;) {
    const { version } = document;
    const edits = await safeRepairs(client, document);
    if (document.version !== version) continue;
    if (edits.length === 0) {
      const nothing = l10n.t('There are no safe fixes here.');
      void window.showInformationMessage(nothing);
      return;
    }
    const made = await editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(range, newText);
    });
    isMade = made || document.version === version;
  }
}

async function safeRepairs(
  client: BaseLanguageClient,
  document: TextDocument,
): Promise<readonly TextEdit[]> {
  const [action] = await requestCodeActions(client, document, 'source.fixAll.minutes');
  return (action && (await resolveEdit(client, action)))?.get(document.uri) ?? [];
}
