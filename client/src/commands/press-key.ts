import {
  commands,
  Range,
  Selection,
  window,
  workspace,
  type TextDocumentContentChangeEvent,
  type TextEditor,
} from 'vscode';
import {
  beginLine,
  pressKey,
  rebaseKey,
  type Key,
  type KeyEdits,
  type Settle,
} from '../../../server/src/core/features/keys/key-edit.ts';
import { readKeyText } from '../../../server/src/core/features/keys/key-text.ts';
import { breakItem, continueItem } from '../../../server/src/core/features/keys/list-editing.ts';
import { nestItems, unnestItems } from '../../../server/src/core/features/keys/nest-items.ts';
import { renumberAround } from '../../../server/src/core/features/keys/renumber-items.ts';
import {
  continueRow,
  goToNextCell,
  goToPreviousCell,
} from '../../../server/src/core/features/keys/table-editing.ts';

/** What the editor does itself where a key does nothing special, as a command or as a key. */
type Otherwise = 'tab' | 'outdent' | typeof beginLine;

/**
 * Returns the commands of keys, which no server is asked for.
 * Keys that are pressed before an earlier one is applied wait for it.
 */
export function createKeyCommands() {
  let earlier: Promise<unknown> = Promise.resolve();
  const press = (key: Key, otherwise: Otherwise, settle?: Settle): Promise<void> => {
    const editor = window.activeTextEditor;
    if (editor === undefined) return Promise.resolve();
    const pressed = earlier.then(() => pressIn(editor, key, otherwise, settle));
    earlier = Promise.allSettled([pressed]);
    return pressed;
  };
  return {
    nextCell: () => press(goToNextCell, 'tab'),
    previousCell: () => press(goToPreviousCell, 'outdent'),
    continueRow: () => press(continueRow, beginLine),
    continueItem: () => press(continueItem, beginLine, renumberAround),
    breakItem: () => press(breakItem, beginLine),
    nestItem: () => press(nestItems, 'tab', renumberAround),
    unnestItem: () => press(unnestItems, 'outdent', renumberAround),
  };
}

async function pressIn(
  editor: TextEditor,
  key: Key,
  otherwise: Otherwise,
  settle?: Settle,
): Promise<void> {
  if (typeof otherwise === 'string') {
    if (!(await applyKey(editor, key, settle))) await commands.executeCommand(otherwise);
    return;
  }
  const isReplacing = editor.selections.some(({ isEmpty }) => !isEmpty);
  const isApplied =
    !isReplacing && ((await applyKey(editor, key, settle)) || (await applyKey(editor, otherwise)));
  if (!isApplied) await commands.executeCommand('type', { text: '\n' });
}

/** Applies what a key does at all cursors, as one step for undo; returns whether it did anything special. */
export async function applyKey(editor: TextEditor, key: Key, settle?: Settle): Promise<boolean> {
  const { document } = editor;
  const cursors = editor.selections.map(({ anchor, active }) => ({
    anchor: document.offsetAt(anchor),
    active: document.offsetAt(active),
  }));
  const pressed = pressKey(readKeyText(document.getText()), cursors, key, settle);
  return (
    pressed !== null && (await applyEdits(editor, pressed, () => applyKey(editor, key, settle)))
  );
}

/** Where something was typed before the editor had the edits, they go before it, or, both at one place, after it. */
async function applyEdits(
  editor: TextEditor,
  planned: KeyEdits,
  again: () => Promise<boolean>,
): Promise<boolean> {
  const { document } = editor;
  const events: (readonly TextDocumentContentChangeEvent[])[] = [];
  const listener = workspace.onDidChangeTextDocument((event) => {
    const { contentChanges } = event;
    if (event.document === document && contentChanges.length > 0) events.push(contentChanges);
  });
  try {
    for (let pressed = planned; ;) {
      if (await edit(editor, pressed)) {
        const isLast = events.length <= 1;
        if (isLast && !pressed.cursorsFollow) select(editor, pressed);
        return true;
      }
      if (events.length === 0) return false;
      const rebased = rebaseOver(pressed, events.splice(0).flat());
      if (rebased === null) return await again();
      pressed = rebased;
    }
  } finally {
    listener.dispose();
  }
}

function rebaseOver(
  pressed: KeyEdits,
  typed: readonly TextDocumentContentChangeEvent[],
): KeyEdits | null {
  return typed.reduce<KeyEdits | null>((rebased, { rangeOffset, rangeLength, text }) => {
    const range = { start: rangeOffset, end: rangeOffset + rangeLength };
    return rebased && rebaseKey(rebased, { range, text });
  }, pressed);
}

/** Makes edits of one version; returns whether the editor still had it. An insertion at the cursor takes it along. */
async function edit(editor: TextEditor, { edits }: KeyEdits): Promise<boolean> {
  const { document } = editor;
  if (edits.length === 0) return true;
  return editor.edit((builder) => {
    for (const { range, text } of edits) {
      const start = document.positionAt(range.start);
      if (range.start === range.end) builder.insert(start, text);
      else builder.replace(new Range(start, document.positionAt(range.end)), text);
    }
  });
}

function select(editor: TextEditor, { selections }: KeyEdits): void {
  const { document } = editor;
  editor.selections = selections.map(
    ({ start, end }) => new Selection(document.positionAt(start), document.positionAt(end)),
  );
  editor.revealRange(editor.selection);
}
