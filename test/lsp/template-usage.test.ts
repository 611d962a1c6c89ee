import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  DidChangeWatchedFilesNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
  type ClientCapabilities,
  type CodeLens,
} from 'vscode-languageserver-protocol/node';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { incompleteMinutes, weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };
const refreshing: ClientCapabilities = {
  ...richCapabilities,
  workspace: { ...richCapabilities.workspace, codeLens: { refreshSupport: true } },
};
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

suite('the lens of a template', () => {
  test('leads a rich client to its minutes, to their first finding', timeLimit, async (t) => {
    const { client, uri, folder } = await start(t, refreshing, { showLocationsCommand: 'list' });
    const { command, range } = await lensOf(
      client,
      uri,
      'used by the minutes of 2 meetings · 1 with findings',
    );
    assert.deepEqual(range, top);
    assert.equal(command?.command, 'list');
    assert.deepEqual(command.arguments, [
      uri,
      top.start,
      [
        {
          uri: uriOf(folder, '2018-06-19.md'),
          range: { start: { line: 19, character: 7 }, end: { line: 19, character: 7 } },
        },
        { uri: uriOf(folder, '2018-06-26.md'), range: top },
      ],
    ]);
  });

  test('says to a bare client how many', timeLimit, async (t) => {
    const { client, uri } = await start(t, {}, undefined);
    const { command } = await lensOf(
      client,
      uri,
      'used by the minutes of 2 meetings · 1 with findings',
    );
    assert.equal(command?.command, '');
  });

  test('counts again when minutes change, and when the template is saved', timeLimit, async (t) => {
    const { client, uri, folder } = await start(t, refreshing, undefined);
    await lensOf(client, uri, 'used by the minutes of 2 meetings · 1 with findings');
    rmSync(join(folder, '2018-06-19.md'));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(folder, '2018-06-19.md'), type: FileChangeType.Deleted }],
    });
    await lensOf(client, uri, 'used by the minutes of 1 meeting');

    writeFileSync(join(folder, '2018-06-26.md'), incompleteMinutes);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(folder, '2018-06-26.md'), type: FileChangeType.Changed }],
    });
    await lensOf(client, uri, 'used by the minutes of 1 meeting · 1 with findings');
    writeFileSync(join(folder, '2018-06-26.md'), weeklyMinutes);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(folder, '2018-06-26.md'), type: FileChangeType.Changed }],
    });
    await lensOf(client, uri, 'used by the minutes of 1 meeting');

    const longer = `${weeklyTemplate}\n## Farewell\n`;
    await client.change(uri, 2, longer);
    await lensOf(client, uri, 'used by the minutes of 1 meeting');
    writeFileSync(join(folder, '.minutes/weekly.md'), longer);
    await client.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri },
    });
    await lensOf(client, uri, 'used by the minutes of 1 meeting · 1 with findings');
  });

  test('is absent from a template that is new', timeLimit, async (t) => {
    const { client, folder } = await start(t, refreshing, undefined);
    const uri = uriOf(folder, '.minutes/other.md');
    await client.open(uri, weeklyTemplate.replace('"*.md"', '"other/*.md"'));
    assert.deepEqual(await lenses(client, uri), []);
  });
});

async function start(
  t: TestContext,
  capabilities: ClientCapabilities,
  initializationOptions: unknown,
): Promise<{ client: LspClient; uri: string; folder: string }> {
  const { path: folder } = temporaryFolder(t, {
    '.minutes/weekly.md': weeklyTemplate,
    '2018-06-19.md': incompleteMinutes.replace('06-26', '06-19'),
    '2018-06-26.md': weeklyMinutes,
    'notes/2018-06-26.md': incompleteMinutes,
  });
  const client = await startLspClient(t, {
    folders: [folder],
    capabilities,
    initializationOptions,
  });
  const uri = uriOf(folder, '.minutes/weekly.md');
  await client.open(uri, weeklyTemplate);
  return { client, uri, folder };
}

/** Asks for the one lens, again whenever the server asks for it, until it says what is expected. */
async function lensOf(client: LspClient, uri: string, title: string): Promise<CodeLens> {
  for (;;) {
    const [lens] = await lenses(client, uri);
    if (lens?.command?.title === title) return lens;
    await client.asked(CodeLensRefreshRequest.method);
  }
}

async function lenses({ connection }: LspClient, uri: string): Promise<readonly CodeLens[]> {
  return (await connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
}
