import assert from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test, type TestContext } from 'node:test';
import {
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  RenameFile,
  TextDocumentEdit,
  type ClientCapabilities,
  type Diagnostic,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import {
  messageOf,
  richCapabilities,
  startLspClient,
  uriOf,
  type LspClient,
} from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };

/** Every second Tuesday, except the eighth of January. */
const meetings = [
  '2018-11-13',
  '2018-11-27',
  '2018-12-11',
  '2019-01-22',
  '2019-02-05',
  '2019-02-19',
];
const pathOf = (date: string): string => `calls/${date}-harbour.md`;
const slip = harbourMinutes({ date: '2018-01-08' });

test(
  'last year’s number in January is changed in title and file name at once',
  timeLimit,
  async (t) => {
    const { client, folder, uri } = await start(t, richCapabilities);
    const finding = await findingOf(client, uri);
    assert.match(messageOf(finding), /^2018-01-08 is probably a slip for 2019-01-08: /);
    const actions = await client.actions(uri, finding.range, ['quickfix']);
    const action = actions.find(
      ({ title }) => title === 'Change the year to 2019 in the title and the file name',
    );
    const [edit, rename, ...others] = action?.edit?.documentChanges ?? [];
    assert.ok(TextDocumentEdit.is(edit) && RenameFile.is(rename) && others.length === 0);
    assert.deepEqual(edit.textDocument, { uri, version: 1 });
    const renamed = uriOf(folder, pathOf('2019-01-08'));
    assert.deepEqual([rename.oldUri, rename.newUri], [uri, renamed]);
    const text = TextDocument.applyEdits(
      TextDocument.create(uri, 'markdown', 1, slip),
      edit.edits.filter((each) => 'newText' in each),
    );
    assert.equal(text, harbourMinutes({ date: '2019-01-08' }));

    renameSync(fileURLToPath(uri), fileURLToPath(renamed));
    writeFileSync(fileURLToPath(renamed), text);
    await client.close(uri);
    await client.open(renamed, text);
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [
        { uri, type: FileChangeType.Deleted },
        { uri: renamed, type: FileChangeType.Created },
      ],
    });
    while ((await client.pull(renamed)).length > 0) {
      await client.asked(DiagnosticRefreshRequest.method);
    }
  },
);

test(
  'last year’s number is told without a repair where the client can’t rename',
  timeLimit,
  async (t) => {
    const { client, uri } = await start(t, {
      ...richCapabilities,
      workspace: {
        ...richCapabilities.workspace,
        workspaceEdit: { documentChanges: true },
      },
    });
    const finding = await findingOf(client, uri);
    const actions = await client.actions(uri, finding.range, ['quickfix']);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Ignore “date-mismatch” here',
        'Ignore “date-mismatch” in this file',
        'Turn off “date-mismatch” in the template',
      ],
    );
  },
);

async function start(
  t: TestContext,
  capabilities: ClientCapabilities,
): Promise<{ readonly client: LspClient; readonly folder: string; readonly uri: string }> {
  const { path } = temporaryFolder(t, {
    '.minutes/harbour.md': harbourTemplate,
    ...Object.fromEntries(meetings.map((date) => [pathOf(date), harbourMinutes({ date })])),
    [pathOf('2018-01-08')]: slip,
  });
  const client = await startLspClient(t, { capabilities, folders: [path] });
  const uri = uriOf(path, pathOf('2018-01-08'));
  await client.open(uri, slip);
  return { client, folder: path, uri };
}

/** Pulls the one finding of a document, again when the other minutes are read. */
async function findingOf(client: LspClient, uri: string): Promise<Diagnostic> {
  for (;;) {
    const [finding, ...others] = await client.pull(uri);
    assert.deepEqual(others, []);
    if (finding !== undefined) {
      assert.equal(finding.code, 'date-mismatch');
      return finding;
    }
    await client.asked(DiagnosticRefreshRequest.method);
  }
}
