import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  CodeActionResolveRequest,
  RenameFile,
  TextDocumentEdit,
  type CodeAction,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { incompleteMinutes, weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };

const rich = { capabilities: richCapabilities };

const anywhere = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

suite('code actions', () => {
  test('repair a finding', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, incompleteMinutes);
    const [diagnostic] = await client.pull(uri);
    assert.ok(diagnostic);
    const [action, ...others] = await client.actions(uri, diagnostic.range, ['quickfix']);
    assert.deepEqual(
      others.map(({ title }) => title),
      ['Ignore “missing-section” in this file', 'Turn off “missing-section” in the template'],
    );
    assert.equal(action?.title, 'Insert section “Next Steps”');
    assert.equal(action.kind, 'quickfix');
    assert.equal(action.isPreferred, true);
    assert.deepEqual(action.diagnostics, [diagnostic]);
    const repaired = applyAction(action, uri, 1, incompleteMinutes);
    assert.match(repaired, /## Next Steps\n$/);
    await client.change(uri, 2, repaired);
    assert.deepEqual(await client.pull(uri), []);
  });

  test('ignore a finding by a comment', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const uri = uriOf(folder, '2018-06-26.md');
    const minutes = `${weeklyMinutes}\nNews:\n\n- One\n - Two\n`;
    await client.open(uri, minutes);
    const [diagnostic] = await client.pull(uri);
    assert.equal(diagnostic?.code, 'flattened-list-item');
    const actions = await client.actions(uri, diagnostic.range, ['quickfix']);
    const here = actions.find(({ title }) => title === 'Ignore “flattened-list-item” here');
    assert.ok(here);
    const changed = applyAction(here, uri, 1, minutes);
    assert.match(changed, /\n<!-- minutes-ignore flattened-list-item -->\n- One\n - Two\n$/);
    await client.change(uri, 2, changed);
    assert.deepEqual(await client.pull(uri), []);
  });

  test('repair all that is safe, when chosen', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const uri = uriOf(folder, '2018-06-26.md');
    const minutes = weeklyMinutes.replace(/## (Decisions|Next Steps)\n\n.*\n/g, '');
    await client.open(uri, minutes);
    const [action, ...others] = await client.actions(uri, anywhere, ['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(action?.kind, 'source.fixAll.minutes');
    assert.equal(action.edit, undefined, 'the edit is computed when the action is chosen');
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    await client.change(uri, 2, applyAction(resolved, uri, 1, minutes));
    assert.deepEqual(await client.pull(uri), []);
    const stale = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    assert.equal(stale.edit, undefined, 'the document has changed since');
    assert.deepEqual(await client.actions(uri, anywhere, ['source.fixAll']), []);
  });

  test('repair all findings of a rule', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const uri = uriOf(folder, '2018-06-26.md');
    const minutes = weeklyMinutes.replace(/## (Decisions|Next Steps)\n\n.*\n/g, '');
    await client.open(uri, minutes);
    const actions = await client.actions(uri, anywhere, ['quickfix']);
    const action = actions.find(({ title }) => title.includes('“missing-section”'));
    assert.ok(action);
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    const repaired = applyAction(resolved, uri, 1, minutes);
    assert.match(repaired, /## Decisions\n[^]*## Next Steps\n/);
  });

  test('show the template’s line where the client can', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, {
      ...rich,
      folders: [folder],
      initializationOptions: { showLocationCommand: 'editor.show' },
    });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, incompleteMinutes);
    const actions = await client.actions(uri, anywhere);
    const command = actions.map((action) => action.command).find((each) => each !== undefined);
    assert.equal(command?.command, 'editor.show');
    const { arguments: places = [] }: { readonly arguments?: readonly unknown[] } = command;
    const [template, range] = places;
    assert.equal(template, uriOf(folder, '.minutes/weekly.md'));
    assert.match(JSON.stringify(range), /"line":\d+/);
  });

  test('rename a file whose date is not that of its title', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const uri = uriOf(folder, '2018-06-25.md');
    await client.open(uri, weeklyMinutes);
    const actions = await client.actions(uri, anywhere, ['quickfix']);
    const renames = actions
      .flatMap(({ edit }) => edit?.documentChanges ?? [])
      .filter((change) => RenameFile.is(change));
    assert.deepEqual(
      renames.map(({ newUri }) => newUri),
      [uriOf(folder, '2018-06-26.md')],
    );
  });

  test('repair a template', timeLimit, async (t) => {
    const broken = weeklyTemplate.replace('files: "*.md"', 'files: *.md');
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': broken });
    const client = await startLspClient(t, { ...rich, folders: [folder] });
    const uri = uriOf(folder, '.minutes/weekly.md');
    await client.open(uri, broken);
    const [action] = await client.actions(uri, anywhere, ['source.fixAll.minutes']);
    assert.ok(action);
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    assert.equal(applyAction(resolved, uri, 1, broken), weeklyTemplate);
  });
});

/** Applies an action's edit, which must be of one document at a version. */
function applyAction({ edit }: CodeAction, uri: string, version: number, text: string): string {
  const [change, ...others] = edit?.documentChanges ?? [];
  assert.deepEqual(others, []);
  assert.ok(TextDocumentEdit.is(change));
  assert.deepEqual(change.textDocument, { uri, version });
  const edits = change.edits.filter((each) => 'newText' in each);
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits);
}
