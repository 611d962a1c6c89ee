import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { InsertTextFormat, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import { complete, minutes, range, rich, start, template } from './unwritten-weekly.ts';

const timeLimit = { timeout: 60_000 };

suite('completion while minutes are written', () => {
  test('a rich client completes the next section by a snippet', timeLimit, async (t) => {
    const { client, uri } = await start(t, rich, minutes.replace('## Updates\n', '#\n'));
    const [first] = await complete(client, uri, 6, 1);
    assert.equal(first?.label, '## Updates');
    assert.equal(first.insertTextFormat, InsertTextFormat.Snippet);
  });

  test('both complete teams, and sections that may be left out', timeLimit, async (t) => {
    const text = minutes.replace('### Lanterns - Ada Quill\n\n- TBD\n', '#\n');
    for (const [capabilities, update] of [
      [rich, '- ${1:[add updates here]}$0'],
      [{}, '- [add updates here]'],
    ] as const) {
      const { client, uri } = await start(t, capabilities, text);
      const [team, other, , section] = await complete(client, uri, 8, 1);
      const newText = `### Harbour - Bo Marsh\n\n${update}`;
      assert.deepEqual(team?.textEdit, { range: range(8, 0, 1), newText });
      assert.equal(other?.label, '### Lanterns - Ada Quill');
      assert.equal(section?.label, '## Decisions');
    }
  });

  test('both put a section that belongs elsewhere there', timeLimit, async (t) => {
    const text = minutes.replace('- TBD\n', '- Lit.\n\n#\n');
    for (const capabilities of [rich, {}]) {
      const { client, uri } = await start(t, capabilities, text);
      const items = await complete(client, uri, 12, 1);
      const section = items.find(({ label }) => label === '## Decisions');
      assert.equal(section?.detail, 'optional, goes below “Roadmap”');
      assert.deepEqual(section.textEdit, { range: range(12, 0, 1), newText: '' });
      assert.deepEqual(section.additionalTextEdits, [
        { range: range(20, 0, 0), newText: '\n## Decisions\n' },
      ]);
    }
  });

  test('a bare client completes plain text', timeLimit, async (t) => {
    const { client, uri } = await start(t, {}, minutes.replace('Ada Quill', ''));
    const [first] = await complete(client, uri, 8, 15);
    assert.equal(first?.label, 'Ada Quill');
    assert.equal(first.insertTextFormat, InsertTextFormat.PlainText);
  });

  test('both complete a link to a release as the team linked the last', timeLimit, async (t) => {
    const link = '[buoys v1.2](https://example.org/buoys/v1.2)';
    const before = minutes.replace('06-26', '06-19').replace('TBD', link);
    const text = minutes.replace('- TBD', '- []');
    for (const capabilities of [rich, {}]) {
      const files = { '2018-06-19.md': before };
      const { client, uri } = await start(t, capabilities, text, { files });
      await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
      const [first, ...others] = await complete(client, uri, 10, 3);
      assert.deepEqual(others, []);
      const newText =
        capabilities === rich ? '[buoys v${1:1.2}](https://example.org/buoys/v${1})$0' : link;
      assert.deepEqual(first?.textEdit, { range: range(10, 2, 4), newText });
    }
  });

  test('both complete a template’s front matter, roster and placeholders', timeLimit, async (t) => {
    const text = template
      .replace('    leads: [Ada Quill]\n', '    \n')
      .replace('references', 'fi\nreferences')
      .replace('{lead}', '{');
    const lines = text.split('\n');
    for (const capabilities of [rich, {}]) {
      const { client, uri } = await start(t, capabilities, text, { name: '.minutes/weekly.md' });
      const offered = async (line: number, character: number): Promise<readonly string[]> =>
        (await complete(client, uri, line, character)).map(({ label }) => label);
      assert.ok((await offered(lines.indexOf('fi'), 2)).includes('file-name'));
      assert.ok((await offered(lines.indexOf('    '), 4)).includes('leads'));
      const heading = lines.findIndex((line) => line.startsWith('### '));
      assert.ok((await offered(heading, 14)).includes('{lead}'));
    }
  });
});
