import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  ReferencesRequest,
  RenameRequest,
  TextDocumentEdit,
  WorkspaceSymbolRequest,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { committed, date, path, startHarbour } from './harbour-client.ts';

const timeLimit = { timeout: 60_000 };

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
      const client = await startHarbour(t, folder, null);
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

  test('uses what files contain now, even without a notification', timeLimit, async (t) => {
    const later = 'calls/2018-06-02-harbour.md';
    const folder = temporaryFolder(t, {
      '.minutes/harbour.md': harbourTemplate,
      'calls/2018-06-01-harbour.md': harbourMinutes({ date: '2018-06-01' }),
      [later]: harbourMinutes({ date: '2018-06-02' }),
      [path]: harbourMinutes({ date, craneLead: 'Cy Marsh' }),
    });
    const client = await startHarbour(t, folder, null);
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
