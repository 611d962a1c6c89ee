import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  DefinitionRequest,
  Location,
  ReferencesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { committed, path, startHarbour } from './harbour-client.ts';

const timeLimit = { timeout: 60_000 };

suite('navigation over time', () => {
  test('finds a team’s other minutes, its template, and symbols', timeLimit, async (t) => {
    const folder = temporaryFolder(t, {
      '.minutes/harbour.md': harbourTemplate,
      'calls/2018-06-01-harbour.md': harbourMinutes({ date: '2018-06-01' }),
      'calls/2018-06-02-harbour.md': harbourMinutes({ date: '2018-06-02', craneLead: 'Cy Marsh' }),
      [path]: committed,
    });
    const client = await startHarbour(t, folder, null);
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
