import {
  commands,
  l10n,
  Range,
  window,
  workspace,
  type CodeAction,
  type TextDocument,
} from 'vscode';

/**
 * Makes all safe repairs of the active editor, in one step for undo.
 * It asks for them itself, because VS Code's own command forgets what it was asked when a diagnostic changes meanwhile.
 */
export async function fixAll(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const edit = await safeRepairs(document);
  if (edit === undefined) {
    void window.showInformationMessage(
      l10n.t('There is nothing here that can be repaired safely.'),
    );
  } else {
    await workspace.applyEdit(edit);
  }
}

/** Returns the edit for the version of the document that is current when it comes. */
async function safeRepairs(document: TextDocument): Promise<CodeAction['edit']> {
  let version: number;
  let actions: readonly CodeAction[];
  do {
    ({ version } = document);
    actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      document.validateRange(new Range(0, 0, document.lineCount, 0)),
      'source.fixAll.minutes',
      1,
    );
  } while (document.version !== version);
  return actions[0]?.edit;
}
