import assert from 'node:assert/strict';
import { basename } from 'node:path';
import {
  commands,
  ConfigurationTarget,
  extensions,
  SymbolKind,
  window,
  workspace,
  WorkspaceEdit,
  type CompletionList,
  type DocumentSymbol,
  type TextDocument,
} from 'vscode';
import {
  codeOf,
  diagnosticsOf,
  inWorkspace,
  openFile,
  quickFixesOf,
  strictTemplate,
} from './weekly-workspace.ts';
import { incompleteMinutes } from '../../support/weekly.ts';

suite('minutes in VS Code', () => {
  suiteSetup(async () => {
    await workspace.fs.createDirectory(inWorkspace('.minutes'));
    await workspace.fs.writeFile(
      inWorkspace('.minutes/weekly.md'),
      new TextEncoder().encode(strictTemplate),
    );
  });

  teardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('have a diagnostic that leads to its page and to the template', async () => {
    const minutes = await show('2018-06-26.md');
    const [diagnostic] = await diagnosticsOf(minutes, (found) => found.length === 1);
    assert.ok(diagnostic);
    const { rule, page } = codeOf(diagnostic);
    assert.equal(rule, 'missing-section');
    assert.ok(page);
    assert.match((await workspace.openTextDocument(page)).getText(), /missing-section/);
    const [asking] = diagnostic.relatedInformation ?? [];
    assert.equal(asking?.location.uri.toString(), inWorkspace('.minutes/weekly.md').toString());
    const asked = await workspace.openTextDocument(asking.location.uri);
    assert.equal(asked.getText(asking.location.range), '## Next Steps <!-- required -->');
  });

  test('are repaired by a quick fix', async () => {
    const minutes = await show('2018-06-27.md');
    const [diagnostic] = await diagnosticsOf(minutes, (found) => found.length === 1);
    const actions = await quickFixesOf(minutes, diagnostic);
    const [preferred] = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred?.title, 'Insert section “Next Steps”');
    assert.ok(preferred.edit);
    await workspace.applyEdit(preferred.edit);
    await diagnosticsOf(minutes, (found) => found.length === 0);
  });

  test('are repaired by the command', async () => {
    const minutes = await show('2018-06-28.md');
    await diagnosticsOf(minutes, (found) => found.length === 1);
    await commands.executeCommand('minutes.fixAll');
    await diagnosticsOf(minutes, (found) => found.length === 0);
    assert.match(minutes.getText(), /## Next Steps\n$/);
  });

  test('follow an unsaved edit of the template at once', async () => {
    const minutes = await show('2018-06-29.md');
    await diagnosticsOf(minutes, (found) => found.length === 1);
    const opened = await workspace.openTextDocument(inWorkspace('.minutes/weekly.md'));
    await append(opened, '\n## Farewell\n');
    await diagnosticsOf(minutes, (found) => found.length === 2);
    await window.showTextDocument(opened);
    await commands.executeCommand('workbench.action.files.revert');
    await window.showTextDocument(minutes);
    await diagnosticsOf(minutes, (found) => found.length === 1);
  });

  test('have an outline by what the template expects', async () => {
    const minutes = await show('2018-07-04.md');
    await diagnosticsOf(minutes, (found) => found.length === 1);
    const symbols = await outlineOf(minutes);
    const teams = symbols.flatMap(flatten).filter(({ kind }) => kind === SymbolKind.Class);
    assert.deepEqual(
      teams.map(({ name }) => name),
      ['Lanterns', 'Harbour'],
      JSON.stringify(symbols),
    );
    assert.deepEqual(symbols.filter(isOfMarkdown), [], 'VS Code’s own tree is not beside ours');
  });

  test('have a snippet for each building block, and for what is missing', async () => {
    const minutes = await show('2018-07-05.md', '\nminutes');
    await diagnosticsOf(minutes, (found) => found.length > 0);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      minutes.uri,
      minutes.positionAt(minutes.getText().length),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('minutesAgenda'), 'of the static file');
    assert.ok(labels.includes('minutesSection Next Steps'), 'of the template');
  });

  test('may be untitled, and name a preset that opens', async () => {
    const untitled = await workspace.openTextDocument({
      language: 'markdown',
      content: '<!-- minutes-template: runtime-pmc -->\n\n# Something\n',
    });
    await window.showTextDocument(untitled);
    const [diagnostic] = await diagnosticsOf(untitled, (found) => found.length > 0);
    const [asking] = diagnostic?.relatedInformation ?? [];
    assert.equal(asking?.location.uri.toString(), 'minutes-preset:/runtime-pmc.md');
    const preset = await workspace.openTextDocument(asking.location.uri);
    assert.match(preset.getText(asking.location.range), /^#/);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('are checked again after the server was started again', async () => {
    const minutes = await show('2018-07-06.md');
    await diagnosticsOf(minutes, (found) => found.length === 1);
    await commands.executeCommand('minutes.restartServer');
    await append(minutes, '\n## Next Steps\n');
    await diagnosticsOf(minutes, (found) => found.length === 0);
    await minutes.save();
  });

  test('are left alone where no template claims them', async () => {
    await workspace.fs.createDirectory(inWorkspace('deep'));
    const other = await show('deep/2018-07-07.md');
    const minutes = await show('2018-07-08.md');
    await diagnosticsOf(minutes, (found) => found.length === 1);
    assert.deepEqual(await diagnosticsOf(other, () => true), []);
  });

  test('are checked while closed, where the settings say so', async () => {
    const settings = workspace.getConfiguration('minutes');
    const closed = incompleteMinutes.replace('06-26', '07-03');
    await workspace.fs.writeFile(inWorkspace('2018-07-03.md'), new TextEncoder().encode(closed));
    await settings.update('diagnostics.scope', 'workspace', ConfigurationTarget.Workspace);
    await diagnosticsOf({ uri: inWorkspace('2018-07-03.md') }, (found) => found.length === 1);
    await settings.update('diagnostics.scope', undefined, ConfigurationTarget.Workspace);
    await diagnosticsOf({ uri: inWorkspace('2018-07-03.md') }, (found) => found.length === 0);
  });

  test('have every command of the manifest', async () => {
    const all = await commands.getCommands(true);
    const manifest: unknown = extensions.getExtension(
      'meeting-minutes.vscode-minutes',
    )?.packageJSON;
    const contributed = JSON.stringify(manifest).matchAll(/"command":"(minutes\.\w+)"/g);
    for (const [, command = ''] of contributed) assert.ok(all.includes(command), command);
  });
});

/** Shows minutes of a file's date that lack their last section; every test has its own file, because VS Code keeps documents open. */
async function show(path: string, appended = ''): Promise<TextDocument> {
  const date = basename(path, '.md');
  const document = await openFile(path, incompleteMinutes.replace('2018-06-26', date) + appended);
  await window.showTextDocument(document);
  return document;
}

/** Returns the outline, once VS Code’s own tree of Markdown has given way to ours. */
async function outlineOf({ uri }: TextDocument): Promise<readonly DocumentSymbol[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    if (!symbols.some(isOfMarkdown) || Date.now() > deadline) return symbols;
  }
}

/** VS Code’s own outline names headings with their marks. */
function isOfMarkdown({ name }: DocumentSymbol): boolean {
  return name.startsWith('#');
}

async function append(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  await workspace.applyEdit(edit);
}

function flatten(symbol: DocumentSymbol): DocumentSymbol[] {
  return [symbol, ...symbol.children.flatMap(flatten)];
}
