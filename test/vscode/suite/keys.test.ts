import assert from 'node:assert/strict';
import { commands, Position, Selection, window, type TextEditor } from 'vscode';
import { openFile } from './weekly-workspace.ts';

suite('keys in VS Code', () => {
  teardown(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('that are pressed at once are applied one after the other', async () => {
    const editor = await show('at-once', '- Lanterns\n', 10);
    await Promise.all([press('continueItem'), press('nestItem'), press('continueItem')]);
    assert.equal(editor.document.getText(), '- Lanterns\n- \n');
    const other = await show('at-once-2', '- Lanterns\n', 10);
    await Promise.all([press('continueItem'), press('nestItem'), press('breakItem')]);
    assert.equal(other.document.getText(), '- Lanterns\n  - \n  \n');
  });

  test('are applied before what is typed after them', async () => {
    const editor = await show('typed', '- Lanterns\n', 10);
    await Promise.all([type('x'), press('continueItem'), type('y')]);
    assert.equal(editor.document.getText(), '- Lanterns\n- xy\n');
    assert.deepEqual(editor.selection.active, new Position(1, 4));
    await type('z');
    assert.equal(editor.document.getText(), '- Lanterns\n- xyz\n');
  });

  test('at several cursors, with what is typed after each', async () => {
    const editor = await show('cursors', '- Lanterns\n- Buoys\n', 10);
    editor.selections = [at(0, 10), at(1, 7)];
    await Promise.all([type('x'), press('continueItem')]);
    assert.equal(editor.document.getText(), '- Lanterns\n- x\n- Buoys\n- x\n');
  });

  test('are undone by one step', async () => {
    const text = '- Lanterns\n- Buoys\n  - Ropes\n';
    const editor = await show('undone', text, 0);
    editor.selections = [at(1, 7)];
    await press('nestItem');
    assert.equal(editor.document.getText(), '- Lanterns\n  - Buoys\n    - Ropes\n');
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  });

  test('do what the editor does itself outside of lists', async () => {
    const editor = await show('outside', 'Lanterns\n', 8);
    await Promise.all([type('x'), press('continueItem'), type('y')]);
    assert.equal(editor.document.getText(), 'Lanterns\nxy\n');
    await Promise.all([press('continueItem'), press('breakItem')]);
    await type('z');
    assert.equal(editor.document.getText(), 'Lanterns\nxy\n\nz\n');
  });
});

async function show(name: string, text: string, column: number): Promise<TextEditor> {
  const editor = await window.showTextDocument(await openFile(`keys/${name}.md`, text));
  editor.selection = at(0, column);
  return editor;
}

function at(line: number, column: number): Selection {
  return new Selection(line, column, line, column);
}

async function press(command: string): Promise<void> {
  await commands.executeCommand(`minutes.${command}`);
}

async function type(text: string): Promise<void> {
  await commands.executeCommand('type', { text });
}
