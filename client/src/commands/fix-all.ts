import {
  commands,
  l10n,
  Range,
  window,
  type CodeAction,
  type TextDocument,
  type TextEdit,
} from 'vscode';

/**
 * Makes all safe repairs of the active editor, in one step for undo.
 * It asks for them itself, because VS Code's own command forgets what it was asked when a diagnostic changes meanwhile.
 */
export async function fixAll(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document } = editor;
  for (let isMade = false; !isMade;) {
    const { version } = document;
    const edits = await safeRepairs(document);
    if (document.version !== version) continue;
    if (edits.length === 0) {
      const nothing = l10n.t('There is nothing here that can be repaired safely.');
      void window.showInformationMessage(nothing);
      return;
    }
    const made = await editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(range, newText);
    });
    isMade = made || document.version === version;
  }
}

async function safeRepairs(document: TextDocument): Promise<readonly TextEdit[]> {
  const [action] = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.validateRange(new Range(0, 0, document.lineCount, 0)),
    'source.fixAll.minutes',
    1,
  );
  return action?.edit?.get(document.uri) ?? [];
}
