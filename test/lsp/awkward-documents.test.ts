import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  CompletionRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
} from 'vscode-languageserver-protocol/node';
import { richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 120_000 };

const documents: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a byte order mark': `\uFEFF${weeklyMinutes}`,
  'control characters and half characters': '# \0\u0001\uD800 2018\r\r\n\uDC00|||\u2028\n',
  'what is left of a binary file': '\uFFFD'.repeat(1000),
  'deep quotes': `${'>'.repeat(3000)} # text`,
  'deep lists': Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n'),
  'an open fence': `${weeklyMinutes}\n\`\`\`\n# more`,
  'an open comment': `# Weekly 2018-06-26\n<!-- ${weeklyMinutes}`,
  'conflict markers': `<<<<<<< a\n${weeklyMinutes}=======\n>>>>>>> b\n`,
  'one long line': `# ${'word '.repeat(50_000)}`,
  'a document of 10 MB': weeklyMinutes.repeat(40_000),
};

suite('awkward documents', () => {
  test('are answered about, one after the other', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const uri = uriOf(folder, '2018-06-26.md');
    const textDocument = { uri };
    const anywhere = { start: { line: 0, character: 0 }, end: { line: 1e9, character: 1e9 } };
    await client.open(uri, weeklyMinutes);
    let version = 1;
    for (const [name, text] of Object.entries(documents)) {
      await t.test(name, async () => {
        await client.change(uri, ++version, text);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { range } of await client.pull(uri)) assert.ok(range.end.line < lines);
        await client.actions(uri, anywhere);
        await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
        await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
        const position = { line: 3, character: 7 };
        await client.connection.sendRequest(CompletionRequest.type, { textDocument, position });
      });
    }
    await client.change(uri, ++version, weeklyMinutes);
    assert.deepEqual(await client.pull(uri), []);
    assert.equal(await client.stop(), 0);
  });
});
