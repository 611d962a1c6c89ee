import {
  commands,
  Disposable,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { isInListItem } from '../../../server/src/core/features/keys/list-editing.ts';
import { isInTable } from '../../../server/src/core/features/keys/table-editing.ts';

/** Keeps the context keys `minutes.inTable` and `minutes.inList`, on which keys depend, in step with the cursor. */
export function followCursor(isClaimed: (document: TextDocument) => boolean): Disposable {
  let told = '';
  const update = (): void => {
    const place = placeOf(window.activeTextEditor, isClaimed);
    if (place === told) return;
    told = place;
    void commands.executeCommand('setContext', 'minutes.inTable', place === 'table');
    void commands.executeCommand('setContext', 'minutes.inList', place === 'list');
  };
  update();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(update),
    workspace.onDidChangeTextDocument(update),
  );
}

function placeOf(
  editor: TextEditor | undefined,
  isClaimed: (document: TextDocument) => boolean,
): 'table' | 'list' | 'elsewhere' {
  if (editor === undefined || !isClaimed(editor.document)) return 'elsewhere';
  const text = editor.document.getText();
  const cursors = editor.selections.map(({ active }) => editor.document.offsetAt(active));
  if (cursors.every((cursor) => isInTable(text, cursor))) return 'table';
  return cursors.every((cursor) => isInListItem(text, cursor)) ? 'list' : 'elsewhere';
}
