import {
  commands,
  Disposable,
  window,
  workspace,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { readKeyText, type KeyText } from '../../../server/src/core/features/keys/key-text.ts';
import { isInListItem } from '../../../server/src/core/features/keys/list-editing.ts';
import { isInTable } from '../../../server/src/core/features/keys/table-editing.ts';

/** Keeps the context keys `minutes.inTable` and `minutes.inList`, on which keys depend, in step with the cursor. */
export function followCursor(isClaimed: (document: TextDocument) => boolean): Disposable {
  const read = createReader();
  let lastPlace = '';
  const update = (): void => {
    const place = placeOf(window.activeTextEditor, isClaimed, read);
    if (place === lastPlace) return;
    lastPlace = place;
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
  read: (text: string) => KeyText,
): 'table' | 'list' | 'elsewhere' {
  if (editor === undefined || !isClaimed(editor.document)) return 'elsewhere';
  const document = read(editor.document.getText());
  const cursors = editor.selections.map(({ active }) => editor.document.offsetAt(active));
  if (cursors.every((cursor) => isInTable(document, cursor))) return 'table';
  return cursors.every((cursor) => isInListItem(document, cursor)) ? 'list' : 'elsewhere';
}

/** Returns what reads a text as Markdown; what did not change since the text before is kept. */
function createReader(): (text: string) => KeyText {
  let last: KeyText | undefined;
  return (text) => (last = readKeyText(text, last));
}
