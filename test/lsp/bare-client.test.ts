import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import {
  DidChangeConfigurationNotification,
  DidSaveTextDocumentNotification,
  DocumentSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { messageOf, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { incompleteMinutes, weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };

const bare = { capabilities: {} };

const literals = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

suite('a bare client', () => {
  test('receives the diagnostics of each version, and none after closing', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...bare, folders: [folder] });
    assert.equal(client.server.capabilities.diagnosticProvider, undefined);
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, incompleteMinutes);
    const [diagnostic] = await client.published(uri);
    assert.equal(diagnostic?.code, 'missing-section');
    assert.equal(diagnostic.relatedInformation, undefined);
    await client.change(uri, 2, weeklyMinutes);
    assert.deepEqual(await client.published(uri, ({ version }) => version === 2), []);
    await client.change(uri, 3, incompleteMinutes);
    assert.equal((await client.published(uri, ({ version }) => version === 3)).length, 1);
    await client.close(uri);
    assert.deepEqual(await client.published(uri), []);
    assert.deepEqual(client.registrations, []);
  });

  test('receives the messages in its language', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const initializationOptions = {
      translations: { 'The template requires the section “{0}”': '“{0}” fehlt' },
    };
    const client = await startLspClient(t, { ...bare, folders: [folder], initializationOptions });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, incompleteMinutes);
    const [diagnostic] = await client.published(uri);
    assert.match(messageOf(diagnostic), /^“[^”]+” fehlt$/);
  });

  test('has the template read again when something is saved', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...bare, folders: [folder] });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, weeklyMinutes);
    assert.deepEqual(await client.published(uri), []);
    writeFileSync(join(folder, '.minutes/weekly.md'), `${weeklyTemplate}\n## Farewell\n`);
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri },
    });
    const diagnostics = await client.published(uri, (params) => params.diagnostics.length > 0);
    assert.match(messageOf(diagnostics[0]), /“Farewell”/);
  });

  test('sends its settings by itself', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, {
      ...bare,
      folders: [folder],
      initializationOptions: { settings: { rules: { 'missing-section': 'off' } } },
    });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, incompleteMinutes);
    assert.deepEqual(await client.published(uri), []);
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { minutes: { rules: {} } },
    });
    assert.equal(
      (await client.published(uri, (params) => params.diagnostics.length > 0)).length,
      1,
    );
  });

  test(
    'receives the diagnostics of closed files where the settings say so',
    timeLimit,
    async (t) => {
      const { path: folder } = temporaryFolder(t, {
        '.minutes/weekly.md': weeklyTemplate,
        '2018-06-26.md': incompleteMinutes,
      });
      const client = await startLspClient(t, {
        ...bare,
        folders: [folder],
        initializationOptions: { settings: { diagnostics: { scope: 'workspace' } } },
      });
      const diagnostics = await client.published(uriOf(folder, '2018-06-26.md'));
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['missing-section'],
      );
    },
  );

  test('gets edits without versions, and no renaming of files', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { capabilities: literals, folders: [folder] });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, incompleteMinutes);
    const [diagnostic] = await client.published(uri);
    assert.ok(diagnostic);
    const actions = await client.actions(uri, diagnostic.range);
    assert.ok(actions.length > 0);
    for (const { edit, title } of actions) {
      assert.equal(edit?.documentChanges, undefined);
      const changed = title.startsWith('Turn off') ? uriOf(folder, '.minutes/weekly.md') : uri;
      assert.deepEqual(Object.keys(edit?.changes ?? {}), [changed]);
    }
  });

  test('gets a flat outline', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { ...bare, folders: [folder] });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, weeklyMinutes);
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri },
    });
    const flat = (symbols ?? []).filter((symbol) => 'location' in symbol);
    assert.deepEqual(
      flat.map(({ name, containerName }) => [containerName, name]),
      [
        [undefined, 'Weekly 2018-06-26'],
        ['Weekly 2018-06-26', 'Agenda'],
        ['Weekly 2018-06-26', 'Updates'],
        ['Updates', 'Lanterns'],
        ['Updates', 'Harbour'],
        ['Weekly 2018-06-26', 'Decisions'],
        ['Weekly 2018-06-26', 'Next Steps'],
      ],
    );
  });
});
