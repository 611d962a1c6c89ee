import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SymbolKind,
  type DocumentSymbol,
} from 'vscode-languageserver-protocol/node';
import { richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };

suite('outline', () => {
  test('is typed by what the template calls each heading', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const textDocument = { uri: uriOf(folder, '2018-06-26.md') };
    await client.open(textDocument.uri, weeklyMinutes);
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument,
    });
    const nested = (symbols ?? []).flatMap((symbol) => ('children' in symbol ? [symbol] : []));
    assert.deepEqual(nested.map(shapeOf), [
      [
        SymbolKind.File,
        'Weekly 2018-06-26',
        [
          [SymbolKind.Namespace, 'Agenda', []],
          [
            SymbolKind.Namespace,
            'Updates',
            [
              [SymbolKind.Class, 'Lanterns', []],
              [SymbolKind.Class, 'Harbour', []],
            ],
          ],
          [SymbolKind.Namespace, 'Decisions', []],
          [SymbolKind.Namespace, 'Next Steps', []],
        ],
      ],
    ]);
    await client.open(uriOf(folder, 'notes/other.md'), '# Notes\n');
    const none = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: uriOf(folder, 'notes/other.md') },
    });
    assert.deepEqual(none, [], 'a file that no template claims');
  });

  test('folds sections, lists and comments', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const textDocument = { uri: uriOf(folder, '2018-06-26.md') };
    await client.open(
      textDocument.uri,
      weeklyMinutes.replace('- Meet', '<!--\nlater\n-->\n\n- Meet'),
    );
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    const lines = weeklyMinutes.split('\n');
    const sections = (folds ?? []).map(({ startLine }) => lines[startLine]);
    assert.ok(sections.includes('## Updates') && sections.includes('- Updates'));
    assert.ok(folds?.some(({ kind }) => kind === 'comment'));
  });
});

type Shape = [SymbolKind, string, Shape[]];

function shapeOf({ kind, name, children }: DocumentSymbol): Shape {
  return [kind, name, (children ?? []).map(shapeOf)];
}
