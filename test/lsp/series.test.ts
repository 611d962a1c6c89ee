import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { suite, test, type TestContext } from 'node:test';
import {
  DefinitionRequest,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  Location,
  ReferencesRequest,
  RenameRequest,
  TextDocumentEdit,
  WorkspaceSymbolRequest,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import {
  committedVersionRequest,
  commitsChangedNotification,
} from '../../server/src/protocol/baselines.ts';
import { craneUpdate, harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };
const date = '2099-06-26';
const path = `calls/${date}-harbour.md`;
const committed = harbourMinutes({ date });
const clobbered = harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n`, gauge: '' });

suite('minutes in their series', () => {
  test(
    'a lead that others replaced is stale, until the series says otherwise',
    timeLimit,
    async (t) => {
      const leads = ['Ada Quill', 'Cy Marsh', 'Cy Marsh'];
      const folder = temporaryFolder(t, {
        '.minutes/harbour.md': harbourTemplate,
        ...Object.fromEntries(
          leads.map((craneLead, index) => {
            const day = `2018-06-0${index + 1}`;
            return [`calls/${day}-harbour.md`, harbourMinutes({ date: day, craneLead })];
          }),
        ),
        [path]: committed,
      });
      const client = await start(t, folder, null);
      const uri = uriOf(folder.path, path);
      await client.open(uri, committed);
      await pulled(client, uri, ['stale-lead']);

      const other = uriOf(folder.path, 'calls/2018-06-03-harbour.md');
      await client.open(other, harbourMinutes({ date: '2018-06-03', craneLead: 'Ada Quill' }));
      await client.change(uri, 2, `${committed}\n`);
      await pulled(client, uri, []);
      await client.close(other);
      await client.change(uri, 3, committed);
      await pulled(client, uri, ['stale-lead']);

      rmSync(`${folder.path}/calls/2018-06-03-harbour.md`);
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: other, type: FileChangeType.Deleted }],
      });
      await client.change(uri, 4, `${committed}\n`);
      await pulled(client, uri, []);
    },
  );
});

test('the series follows a folder that is renamed or deleted as a whole', timeLimit, async (t) => {
  const template = harbourTemplate.replace('calls/*.md', 'calls/**/*.md');
  const folder = temporaryFolder(t, {
    '.minutes/harbour.md': template,
    'calls/2017/2017-06-01-harbour.md': harbourMinutes({ date: '2017-06-01' }),
    'calls/2018/2018-06-01-harbour.md': harbourMinutes({ date: '2018-06-01' }),
    [path]: committed,
  });
  const client = await start(t, folder, null);
  await client.open(uriOf(folder.path, path), committed);
  const meetings = async (): Promise<readonly string[]> => {
    const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, {
      query: 'harbour call',
    });
    return (symbols ?? [])
      .map(({ location }) => location.uri.slice(uriOf(folder.path).length))
      .sort();
  };
  const told = (...changes: readonly (readonly [string, FileChangeType])[]): Promise<void> =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: changes.map(([file, type]) => ({ uri: uriOf(folder.path, file), type })),
    });
  const [old, recent] = ['/calls/2017/2017-06-01-harbour.md', '/calls/2018/2018-06-01-harbour.md'];
  assert.deepEqual(await meetings(), [old, recent, `/${path}`]);

  renameSync(`${folder.path}/calls/2018`, `${folder.path}/calls/older`);
  await told(['calls/2018', FileChangeType.Deleted], ['calls/older', FileChangeType.Created]);
  const renamed = '/calls/older/2018-06-01-harbour.md';
  assert.deepEqual(await meetings(), [old, `/${path}`, renamed]);

  rmSync(`${folder.path}/calls/2017`, { recursive: true });
  await told(['calls/2017', FileChangeType.Deleted]);
  assert.deepEqual(await meetings(), [`/${path}`, renamed]);
});

suite('navigation over time', () => {
  test('finds a team’s other minutes, its template, and symbols', timeLimit, async (t) => {
    const folder = temporaryFolder(t, {
      '.minutes/harbour.md': harbourTemplate,
      'calls/2018-06-01-harbour.md': harbourMinutes({ date: '2018-06-01' }),
      'calls/2018-06-02-harbour.md': harbourMinutes({ date: '2018-06-02', craneLead: 'Cy Marsh' }),
      [path]: committed,
    });
    const client = await start(t, folder, null);
    const textDocument = { uri: uriOf(folder.path, path) };
    await client.open(textDocument.uri, committed);
    const position = { line: committed.split('\n').indexOf('### Crane - Ada Quill'), character: 6 };
    const references = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument,
      position,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      (references ?? []).map(({ uri, range }) => [uri, range.start.line]),
      ['calls/2018-06-01-harbour.md', 'calls/2018-06-02-harbour.md', path].map((file) => [
        uriOf(folder.path, file),
        4,
      ]),
    );
    const definition = await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument,
      position,
    });
    assert.ok(Location.is(definition));
    assert.equal(definition.uri, uriOf(folder.path, '.minutes/harbour.md'));
    const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, {
      query: 'cran',
    });
    assert.deepEqual(
      (symbols ?? []).map(({ name, location }) => [name, location.uri]),
      [['Crane', textDocument.uri]],
    );
  });
});

suite('renaming', () => {
  test(
    'changes a lead here, and where the user chooses so before and after',
    timeLimit,
    async (t) => {
      const folder = temporaryFolder(t, {
        '.minutes/harbour.md': harbourTemplate,
        'calls/2018-06-01-harbour.md': harbourMinutes({ date: '2018-06-01' }),
        'calls/2018-06-02-harbour.md': harbourMinutes({
          date: '2018-06-02',
          craneLead: 'Cy Marsh',
        }),
        [path]: committed,
      });
      const client = await start(t, folder, null);
      const uri = uriOf(folder.path, 'calls/2018-06-01-harbour.md');
      const text = harbourMinutes({ date: '2018-06-01' });
      await client.open(uri, text);
      const line = text.split('\n').indexOf('### Crane - Ada Quill');
      const edit = await client.connection.sendRequest(RenameRequest.type, {
        textDocument: { uri },
        position: { line, character: 14 },
        newName: 'Di Fen',
      });
      const changes = (edit?.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
      assert.deepEqual(
        changes.map(({ textDocument, edits }) => [textDocument.uri, edits]),
        [
          [uri, [{ range: rangeAt(line, 12, 21), newText: 'Di Fen' }]],
          [
            uriOf(folder.path, path),
            [{ range: rangeAt(line, 12, 21), newText: 'Di Fen', annotationId: 'later' }],
          ],
        ],
      );
      assert.equal(edit?.changeAnnotations?.later?.needsConfirmation, true);
    },
  );

  test('goes by what files hold now, also where nobody told', timeLimit, async (t) => {
    const later = 'calls/2018-06-02-harbour.md';
    const folder = temporaryFolder(t, {
      '.minutes/harbour.md': harbourTemplate,
      'calls/2018-06-01-harbour.md': harbourMinutes({ date: '2018-06-01' }),
      [later]: harbourMinutes({ date: '2018-06-02' }),
      [path]: harbourMinutes({ date, craneLead: 'Cy Marsh' }),
    });
    const client = await start(t, folder, null);
    await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
    const text = harbourMinutes({ date: '2018-06-01' });
    const uri = uriOf(folder.path, 'calls/2018-06-01-harbour.md');
    await client.open(uri, text);
    const line = text.split('\n').indexOf('### Crane - Ada Quill');
    const cy = harbourMinutes({ date: '2018-06-02', craneLead: 'Cy Marsh' });
    folder.write(later, `<!-- read -->\n\n${cy}`);
    folder.write(path, `<!-- read -->\n\n${committed}`);
    const [reference] = (
      (await client.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri },
        position: { line, character: 6 },
        context: { includeDeclaration: true },
      })) ?? []
    ).filter((each) => each.uri === uriOf(folder.path, path));
    assert.deepEqual(reference?.range, rangeAt(line + 2, 4, 21));
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri },
      position: { line, character: 14 },
      newName: 'Di Fen',
    });
    const changes = (edit?.documentChanges ?? []).filter((change) => TextDocumentEdit.is(change));
    assert.deepEqual(
      changes.map(({ textDocument, edits }) => [textDocument.uri, edits.map(({ range }) => range)]),
      [
        [uri, [rangeAt(line, 12, 21)]],
        [uriOf(folder.path, path), [rangeAt(line + 2, 12, 21)]],
      ],
    );
  });
});

function rangeAt(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

suite('lost updates', () => {
  test('are told, restored to the byte, and forgotten after a commit', timeLimit, async (t) => {
    const folder = temporaryFolder(t, {
      '.minutes/harbour.md': harbourTemplate,
      [path]: clobbered,
    });
    const state = { text: committed };
    const client = await start(t, folder, state);
    const uri = uriOf(folder.path, path);
    await client.open(uri, clobbered);
    const [finding] = await pulled(client, uri, ['lost-update']);
    assert.ok(finding);
    const actions = await client.actions(uri, finding.range);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Restore “Tide Gauge” from the committed version',
        'Mark the removal from “Tide Gauge” as intentional',
        'Ignore “lost-update” here',
        'Ignore “lost-update” in this file',
        'Turn off “lost-update” in the template',
      ],
    );
    const restore = actions.find(({ title }) => title.startsWith('Restore “Tide Gauge”'));
    assert.equal(
      applied(clobbered, restore?.edit, uri),
      harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n` }),
    );
    state.text = clobbered;
    await client.connection.sendNotification(commitsChangedNotification, {});
    await client.asked(DiagnosticRefreshRequest.method);
    await pulled(client, uri, []);
  });

  test(
    'that were meant are noted in .minutes/removed.yml, and not told again',
    timeLimit,
    async (t) => {
      const folder = temporaryFolder(t, {
        '.minutes/harbour.md': harbourTemplate,
        [path]: clobbered,
      });
      const client = await start(t, folder, { text: committed });
      const uri = uriOf(folder.path, path);
      await client.open(uri, clobbered);
      const [finding] = await pulled(client, uri, ['lost-update']);
      assert.ok(finding);
      const actions = await client.actions(uri, finding.range);
      const meant = actions.find(({ title }) => title.startsWith('Mark the removal'));
      const file = uriOf(folder.path, '.minutes/removed.yml');
      await client.open(file, applied('', meant?.edit, file), 'yaml');
      await pulled(client, uri, []);
    },
  );
});

/** Starts a client that answers with one committed version for every document. */
async function start(
  t: TestContext,
  folder: TemporaryFolder,
  state: { readonly text: string } | null,
): Promise<LspClient> {
  const client = await startLspClient(t, {
    capabilities: richCapabilities,
    folders: [folder.path],
    initializationOptions: { committedVersions: state !== null },
  });
  client.connection.onRequest(committedVersionRequest, () => ({ text: state?.text ?? null }));
  return client;
}

/** Pulls until a document has the findings of these rules, again whenever the server asks for it. */
async function pulled(
  client: LspClient,
  uri: string,
  rules: readonly string[],
): Promise<Awaited<ReturnType<LspClient['pull']>>> {
  for (;;) {
    const diagnostics = await client.pull(uri);
    if (JSON.stringify(diagnostics.map(({ code }) => code)) === JSON.stringify(rules)) {
      return diagnostics;
    }
    await client.asked(DiagnosticRefreshRequest.method);
  }
}

/** Returns a text after the edits of one document, which all are on whole lines or at its end. */
function applied(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const changes = (edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit =>
      TextDocumentEdit.is(change) && change.textDocument.uri === uri,
  );
  const edits = changes.flatMap((change) => change.edits);
  assert.ok(edits.length > 0, `No edit of ${uri}`);
  const lines = text.split('\n');
  for (const each of edits.toReversed()) {
    assert.ok('newText' in each);
    const before = lines.slice(0, each.range.start.line).map((line) => `${line}\n`);
    const rest = lines.slice(each.range.end.line).join('\n');
    assert.equal(each.range.start.character, 0);
    return before.join('') + each.newText + rest;
  }
  return text;
}
