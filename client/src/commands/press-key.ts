import { commands, Selection, window, type TextEditor } from 'vscode';
import { pressKey, type KeyEdit } from '../../../server/src/core/features/key-edit.ts';
import {
  continueItem,
  nestItem,
  unnestItem,
} from '../../../server/src/core/features/list-editing.ts';
import {
  continueRow,
  goToNextCell,
  goToPreviousCell,
} from '../../../server/src/core/features/table-editing.ts';

type Key = (text: string, cursor: number) => KeyEdit | null;

/** What the editor does itself where a key has nothing of its own to do. */
type Otherwise = readonly [command: string, argument?: unknown];

const tab: Otherwise = ['tab'];
const outdent: Otherwise = ['outdent'];
const enter: Otherwise = ['type', { text: '\n' }];

/** The commands of keys, which no server is asked for. */
export const keyCommands = {
  nextCell: () => press(goToNextCell, tab),
  previousCell: () => press(goToPreviousCell, outdent),
  continueRow: () => press(continueRow, enter),
  continueItem: () => press(continueItem, enter),
  nestItem: () => press(nestItem, tab),
  unnestItem: () => press(unnestItem, outdent),
};

async function press(key: Key, [command, argument]: Otherwise): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const replaces = command === 'type' && editor.selections.some(({ isEmpty }) => !isEmpty);
  if (replaces || !(await applyKey(editor, key))) await commands.executeCommand(command, argument);
}

/** Applies what a key does at all cursors, as one step for undo; tells whether it does anything of its own. */
export async function applyKey(editor: TextEditor, key: Key): Promise<boolean> {
  const { document } = editor;
  const cursors = editor.selections.map(({ active }) => document.offsetAt(active));
  const pressed = pressKey(document.getText(), cursors, key);
  if (pressed === null) return false;
  const applied =
    pressed.edits.length === 0 ||
    (await editor.edit((builder) => {
      for (const { range, text } of pressed.edits) {
        const [start, end] = [document.positionAt(range.start), document.positionAt(range.end)];
        builder.replace(new Selection(start, end), text);
      }
    }));
  if (!applied) return true;
  editor.selections = pressed.selections.map(
    ({ start, end }) => new Selection(document.positionAt(start), document.positionAt(end)),
  );
  editor.revealRange(editor.selection);
  return true;
}
