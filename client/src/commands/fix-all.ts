import { commands } from 'vscode';

/** Makes all safe repairs of the active editor, in one step for undo. */
export async function fixAll(): Promise<void> {
  await commands.executeCommand('editor.action.codeAction', {
    kind: 'source.fixAll.minutes',
    apply: 'first',
  });
}
