import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { InsertTextFormat } from 'vscode-languageserver-protocol/node';
import { richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { complete } from './unwritten-weekly.ts';
import { weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };

const withoutHarbour = weeklyMinutes.replace(/### Harbour[^#]*/, 'minutesT\n\n');

suite('completion', () => {
  test('offers the teams that are missing, as snippets', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const uri = uriOf(folder, '2018-06-26.md');
    await client.open(uri, withoutHarbour);
    const line = withoutHarbour.split('\n').indexOf('minutesT');
    const items = await complete(client, uri, line, 9);
    const harbour = items.find(({ label }) => label === 'minutesTeam Harbour');
    assert.equal(harbour?.insertTextFormat, InsertTextFormat.Snippet);
    assert.ok(harbour.textEdit && 'range' in harbour.textEdit);
    assert.deepEqual(harbour.textEdit.range, {
      start: { line, character: 0 },
      end: { line, character: 9 },
    });
    assert.match(harbour.textEdit.newText, /^### Harbour - Bo Marsh\n[^]*\$0$/);
    assert.deepEqual(await complete(client, uri, 0, 5), [], 'in the middle of a line');
  });

  test(
    'offers plain text to a client without snippets, and nothing elsewhere',
    timeLimit,
    async (t) => {
      const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
      const client = await startLspClient(t, { folders: [folder], capabilities: {} });
      const uri = uriOf(folder, '2018-06-26.md');
      await client.open(uri, withoutHarbour);
      const line = withoutHarbour.split('\n').indexOf('minutesT');
      const items = await complete(client, uri, line, 9);
      assert.ok(items.length > 0);
      for (const { textEdit, insertTextFormat } of items) {
        assert.equal(insertTextFormat, InsertTextFormat.PlainText);
        assert.doesNotMatch(textEdit?.newText ?? '', /\$/);
      }
      const other = uriOf(folder, 'notes/other.md');
      await client.open(other, 'minutesT\n');
      assert.deepEqual(await complete(client, other, 0, 9), []);
    },
  );
  test(
    'offers front matter that claims the minutes beside an empty template',
    timeLimit,
    async (t) => {
      const { path: folder } = temporaryFolder(t, {
        'notes/2018-06-12-crew.md': '# Crew\n',
        'notes/2018-06-19-crew.md': '# Crew\n',
        'notes/2018-06-26-crew.md': '# Crew\n',
        'notes/rules.md': '# Rules\n',
      });
      const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
      const uri = uriOf(folder, '.minutes/crew.md');
      await client.open(uri, 'minutesF\n');
      const [crew, ...others] = await complete(client, uri, 0, 8);
      assert.equal(crew?.label, 'minutesFrontMatter crew');
      assert.equal(
        crew.textEdit?.newText,
        '---\nminutes-template: 1\nfiles: "notes/*-crew.md"\nfile-name: "{date}-crew.md"\n---\n',
      );
      assert.deepEqual(others, []);
      const other = uriOf(folder, 'notes/rules.md');
      await client.open(other, 'minutesF\n');
      assert.deepEqual(await complete(client, other, 0, 8), [], 'not in other files');
    },
  );
  test('offers rules and severities in the front matter of a template', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t);
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const uri = uriOf(folder, '.minutes/weekly.md');
    const rules = 'rules:\n  missing-lead: \n  missing-t\n';
    await client.open(uri, weeklyTemplate.replace('roster:', `${rules}roster:`));
    const lines = weeklyTemplate.split('\n');
    const line = lines.indexOf('roster:') + 1;
    assert.deepEqual(
      (await complete(client, uri, line, 16)).map(({ label }) => label),
      ['off', 'hint', 'information', 'warning', 'error'],
    );
    const ids = (await complete(client, uri, line + 1, 11)).map(({ label }) => label);
    assert.ok(ids.includes('missing-team'), ids.join(', '));
  });
});
