import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  HoverRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { expectedSectionsRequest } from '../../server/src/protocol/expected-sections.ts';
import { pasteMinutesRequest } from '../../server/src/protocol/paste-minutes.ts';
import { previewTemplateRequest } from '../../server/src/protocol/preview-template.ts';
import { moveItemRequest, roadmapBoardRequest } from '../../server/src/protocol/roadmap-board.ts';
import { unfilledPlacesRequest } from '../../server/src/protocol/unfilled-places.ts';
import { at, complete, minutes, range, rich, start } from './unwritten-weekly.ts';

const timeLimit = { timeout: 60_000 };

suite('writing minutes', () => {
  test('a rich client hovers over Markdown without the author’s markup', timeLimit, async (t) => {
    const { client, uri } = await start(t, rich, minutes);
    const hover = await client.connection.sendRequest(HoverRequest.type, at(uri, 2, 5));
    assert.match(JSON.stringify(hover?.contents), /What we \\\\\*go\\\\\* through/);
  });

  test('a bare client hovers over plain text', timeLimit, async (t) => {
    const { client, uri } = await start(t, {}, minutes);
    const hover = await client.connection.sendRequest(HoverRequest.type, at(uri, 2, 5));
    assert.match(JSON.stringify(hover?.contents), /What we \*go\* through/);
  });

  test(
    'links, highlights, selections, tokens and lenses have their places',
    timeLimit,
    async (t) => {
      const { client, uri } = await start(t, rich, minutes);
      const { connection } = client;
      const document = { textDocument: { uri } };
      const [link] = (await connection.sendRequest(DocumentLinkRequest.type, document)) ?? [];
      assert.equal(link?.target, 'https://example.org/dock/buoys/issues/12');
      assert.deepEqual(link.range.start, { line: 4, character: 11 });
      const highlights = await connection.sendRequest(DocumentHighlightRequest.type, at(uri, 8, 6));
      assert.deepEqual(
        highlights?.map(({ range }) => range.start),
        [{ line: 8, character: 4 }],
      );
      const positions = [{ line: 10, character: 3 }];
      const [selection] =
        (await connection.sendRequest(SelectionRangeRequest.type, { ...document, positions })) ??
        [];
      assert.deepEqual(selection?.range, range(10, 2, 5));
      const tokens = await connection.sendRequest(SemanticTokensRequest.type, document);
      assert.deepEqual(tokens?.data.slice(0, 5), [8, 4, 8, 0, 0]);
      const [lens] = (await connection.sendRequest(CodeLensRequest.type, document)) ?? [];
      assert.ok(lens);
      const resolved = await connection.sendRequest(CodeLensResolveRequest.type, lens);
      assert.equal(resolved.command?.title, '0 of 2 teams reported');
    },
  );

  test('formatting aligns by display width, also while a table is typed', timeLimit, async (t) => {
    const { client, uri } = await start(t, {}, minutes);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options,
    });
    assert.deepEqual(edits?.[0], { range: range(14, 5, 6), newText: '  ' });
    const typed = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      ...at(uri, 17, 8),
      ch: '|',
      options,
    });
    assert.ok(typed?.every((edit) => edit.range.start.line !== 17));
  });

  test(
    'the view, what is unfilled, the preview and a paste agree on the version',
    timeLimit,
    async (t) => {
      const { client, uri } = await start(t, rich, minutes);
      const { connection } = client;
      const expected = await connection.sendRequest(expectedSectionsRequest, { uri });
      assert.deepEqual(expected?.reported, { teams: 0, of: 2 });
      const updates = expected.parts[0]?.children.find(({ name }) => name === 'Updates');
      assert.deepEqual(updates?.children.map(({ name, state }) => `${name} ${state}`).sort(), [
        'Harbour missing',
        'Lanterns unfilled',
      ]);
      const places = await connection.sendRequest(unfilledPlacesRequest, { uri });
      assert.deepEqual(places, { version: 1, ranges: [range(10, 2, 5)] });
      const preview = await connection.sendRequest(previewTemplateRequest, { uri });
      assert.deepEqual(preview?.roadmaps, ['when?']);
      const paste = {
        uri,
        range: range(4, 25, 25),
        html: '<ul><li>Lit</li></ul>',
        text: 'Lit',
        anywhere: false,
      };
      assert.deepEqual(
        await connection.sendRequest(pasteMinutesRequest, { ...paste, version: 1 }),
        { text: '\n  - Lit', did: 'made-blocks' },
      );
      assert.equal(
        await connection.sendRequest(pasteMinutesRequest, { ...paste, version: 0 }),
        null,
      );
    },
  );

  test('the board moves items of the version that it showed', timeLimit, async (t) => {
    const before = minutes.replace('2018-06-26', '2018-06-19').replace('Piers 🚢', 'Ropes');
    const { client, uri } = await start(t, rich, minutes, { files: { '2018-06-19.md': before } });
    const { connection } = client;
    const board = await connection.sendRequest(roadmapBoardRequest, { uri });
    const position = { line: 16, character: 9 };
    const empty = { horizon: 'Next', items: [] };
    assert.deepEqual(board, {
      version: 1,
      since: '2018-06-19',
      gone: [{ horizon: 'Soon', text: 'Ropes' }],
      tables: [
        {
          name: 'Roadmap',
          columns: [
            { horizon: 'Soon', items: [{ text: 'Piers 🚢', change: { kind: 'new' }, position }] },
            empty,
          ],
        },
      ],
    });
    const move = { uri, position, column: 1, place: 0 };
    assert.equal(await connection.sendRequest(moveItemRequest, { ...move, version: 0 }), null);
    assert.deepEqual(await connection.sendRequest(moveItemRequest, { ...move, version: 1 }), [
      { range: range(16, 0, 17), newText: '*Soon* |' },
      { range: range(17, 0, 8), newText: '*Next* | Piers 🚢' },
    ]);
  });

  test('files that no template claims have none of it', timeLimit, async (t) => {
    const { client, uri } = await start(t, rich, minutes, { name: 'notes/other.md' });
    const { connection } = client;
    const document = { textDocument: { uri } };
    assert.deepEqual(await connection.sendRequest(CodeLensRequest.type, document), []);
    assert.deepEqual(await connection.sendRequest(DocumentLinkRequest.type, document), []);
    assert.deepEqual(
      (await connection.sendRequest(SemanticTokensRequest.type, document))?.data,
      [],
    );
    assert.equal(await connection.sendRequest(HoverRequest.type, at(uri, 2, 5)), null);
    assert.equal(await connection.sendRequest(expectedSectionsRequest, { uri }), null);
    assert.deepEqual(await complete(client, uri, 2, 2), []);
  });
});
