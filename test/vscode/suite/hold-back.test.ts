import assert from 'node:assert/strict';
import {
  commands,
  languages,
  Position,
  Selection,
  Uri,
  window,
  workspace,
  type Diagnostic,
  type Disposable,
  type TextEditor,
} from 'vscode';

const template = `---
minutes-template: 1
files: '*.md'
---

# Weekly {date}
`;
const minutes = '# Weekly 2018-06-26\n\n- Kettle\n- Cup\n- Plate\n';

suite('while somebody types', () => {
  suiteTeardown(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.delete(heldFolder(), { recursive: true });
  });

  test('the line waits until the caret leaves it', async () => {
    const editor = await openMinutes('2018-06-26.md');
    await typeFlattenedItem(editor);
    assert.deepEqual(linesOf(editor), [], 'The line is shown while it is typed');
    const shown = nextDiagnostics(editor.document.uri, (found) => found.length > 0);
    editor.selection = new Selection(new Position(0, 0), new Position(0, 0));
    await shown;
    assert.deepEqual(linesOf(editor), [3]);
  });

  test('the line waits until nothing has been typed for a second', async () => {
    const editor = await openMinutes('2018-07-03.md');
    await typeFlattenedItem(editor);
    assert.deepEqual(linesOf(editor), [], 'The line is shown while it is typed');
    await nextDiagnostics(editor.document.uri, (found) => found.length > 0);
    assert.deepEqual(linesOf(editor), [3]);
    assert.equal(editor.selection.active.line, 3);
  });
});

/** A folder with its own template, beside those of other suites. */
function heldFolder(): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  return Uri.joinPath(folder, 'held');
}

async function openMinutes(name: string): Promise<TextEditor> {
  const folder = heldFolder();
  const encoder = new TextEncoder();
  const date = name.slice(0, -'.md'.length);
  const uri = Uri.joinPath(folder, name);
  const templateUri = Uri.joinPath(folder, '.minutes', 'held.md');
  await workspace.fs.writeFile(templateUri, encoder.encode(template));
  await workspace.fs.writeFile(uri, encoder.encode(minutes.replace('2018-06-26', date)));
  const checked = nextDiagnostics(uri, (found) => found.length > 0);
  const editor = await window.showTextDocument(uri);
  await insert(editor, new Position(1, 0), '###Heading');
  await insert(editor, new Position(1, 10), '\n');
  await checked;
  const clean = nextDiagnostics(uri, (found) => found.length === 0);
  await editor.edit((builder) => {
    builder.delete(editor.document.lineAt(1).rangeIncludingLineBreak);
  });
  await clean;
  return editor;
}

/** Indents the second item by one space, and waits for what the server says of that. */
async function typeFlattenedItem(editor: TextEditor): Promise<void> {
  editor.selection = new Selection(new Position(3, 0), new Position(3, 0));
  const answered = nextDiagnostics(editor.document.uri, () => true);
  await insert(editor, new Position(3, 0), ' ');
  await answered;
}

async function insert(editor: TextEditor, position: Position, text: string): Promise<void> {
  assert.ok(
    await editor.edit((builder) => {
      builder.insert(position, text);
    }),
  );
}

/** Resolves with the first change of a document's diagnostics that a test accepts; mocha has the deadline. */
function nextDiagnostics(
  uri: Uri,
  accepts: (found: readonly Diagnostic[]) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const subscription: Disposable = languages.onDidChangeDiagnostics(({ uris }) => {
      const isOurs = uris.some((each) => each.toString() === uri.toString());
      if (!isOurs || !accepts(languages.getDiagnostics(uri))) return;
      subscription.dispose();
      resolve();
    });
  });
}

function linesOf({ document }: TextEditor): readonly number[] {
  return languages.getDiagnostics(document.uri).map(({ range }) => range.start.line);
}
