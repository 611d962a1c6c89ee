import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { PositionEncodingKind } from 'vscode-languageserver-protocol/node';
import { richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };

const template = `---
minutes-template: 1
name: Weekly
files: "*.md"
---
# 会議 𝒲 {date}

## Agenda
`;

/** The end of the title “# 会議 𝒲é 2018-06-26”, where the missing section is reported. */
const ends: readonly (readonly [PositionEncodingKind, number])[] = [
  ['utf-8', 26],
  ['utf-16', 19],
  ['utf-32', 18],
];

suite('positions', () => {
  for (const [encoding, end] of ends) {
    test(`count in ${encoding}, where the client wants it`, timeLimit, async (t) => {
      const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': template });
      const client = await startLspClient(t, {
        folders: [folder],
        capabilities: { ...richCapabilities, general: { positionEncodings: [encoding] } },
      });
      assert.equal(client.server.capabilities.positionEncoding, encoding);
      const uri = uriOf(folder, '2018-06-26.md');
      await client.open(uri, '# 会議 𝒲 2018-06-26');
      await client.pull(uri);
      const before = end - (encoding === 'utf-8' ? 2 : 1) - '2018-06-26'.length - 1;
      const place = { line: 0, character: before };
      await client.change(uri, 2, 'é', { start: place, end: place });
      const places = (await client.pull(uri)).map(({ code, range }) => [code, range.end.character]);
      assert.deepEqual(
        new Map(places.map(([code, place]) => [code, place])).get('missing-section'),
        end,
      );
    });
  }

  test('are the same with either line ending, also while edits come in', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': template });
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const uri = uriOf(folder, '2018-06-26.md');
    const codes = async (): Promise<unknown> =>
      (await client.pull(uri)).map(({ code, range }) => [code, range]);
    await client.open(uri, '# 会議 𝒲 2018-06-26\r\n\r\ntext\r\n');
    const withCrlf = await codes();
    const start = { line: 0, character: 0 };
    await client.change(uri, 2, '\r\n', { start, end: start });
    await client.change(uri, 3, '', { start, end: { line: 1, character: 0 } });
    assert.deepEqual(await codes(), withCrlf);
    await client.change(uri, 4, '# 会議 𝒲 2018-06-26\n\ntext\n');
    assert.deepEqual(await codes(), withCrlf);
  });
});
