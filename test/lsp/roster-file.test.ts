import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import {
  CompletionRequest,
  DefinitionRequest,
  Location,
} from 'vscode-languageserver-protocol/node';
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };
const minutes = harbourMinutes({ date: '2018-06-26', craneLead: 'Ada Quill/Di Fen' });
const roster = `teams:
  - name: Crane
    leads: Bo Reed
    until: 2018-01-31
  - name: Crane
    leads: [Ada Quill, Di Fen]
    from: 2018-02-01
  - name: Tide Gauge
    leads: Bo Reed
    status: incubating
`;
const inline = roster.slice(roster.indexOf('\n') + 1);

suite('the definition of a team', () => {
  test(
    'is its entry in the roster file that is in force, of a lead the name there',
    timeLimit,
    async (t) => {
      const template = harbourTemplate.replace('---\n\n', 'roster: roster.yml\n---\n\n');
      const client = await start(t, {
        '.minutes/harbour.md': template,
        '.minutes/roster.yml': roster,
      });
      assert.equal(await defined(client, 'Crane'), 'roster.yml 5: Crane');
      assert.equal(await defined(client, 'Di Fen'), 'roster.yml 6: Di Fen');
      assert.equal(await defined(client, 'Bo Reed'), 'roster.yml 9: Bo Reed');
      client.folder.write('.minutes/roster.yml', 'teams: []\n');
      await client.lsp.open(client.uri('.minutes/roster.yml'), 'teams:\n  - name: Crane\n', 'yaml');
      assert.equal(await defined(client, 'Crane'), 'roster.yml 2: Crane');
      assert.equal(await defined(client, 'Tide'), 'harbour.md 13: ### {team} ({status?}) - {lead}');
    },
  );

  test('is its entry in the template’s front matter', timeLimit, async (t) => {
    const template = harbourTemplate.replace('---\n\n', `roster:\n${inline}---\n\n`);
    const client = await start(t, { '.minutes/harbour.md': template });
    assert.equal(await defined(client, 'Crane'), 'harbour.md 10: Crane');
    assert.equal(await defined(client, 'Bo Reed'), 'harbour.md 14: Bo Reed');
  });

  test('is its entry where that is only a name', timeLimit, async (t) => {
    const template = harbourTemplate.replace('---\n\n', 'roster: [Tide Gauge, Crane]\n---\n\n');
    const client = await start(t, { '.minutes/harbour.md': template });
    assert.equal(await defined(client, 'Crane'), 'harbour.md 6: Crane');
  });

  test('is its heading where the template’s headings are the roster', timeLimit, async (t) => {
    const template = harbourTemplate
      .replace('## Updates', '## Updates <!-- roster -->')
      .replace(
        '### {team} ({status?}) - {lead}',
        '### Crane - Ada Quill\n\n### Tide Gauge - Bo Reed',
      );
    const client = await start(t, { '.minutes/harbour.md': template });
    assert.match(await defined(client, 'Tide'), /^harbour\.md 14: ### Tide Gauge - Bo Reed/);
  });
});

test('a roster file is completed with the names that minutes have', timeLimit, async (t) => {
  const template = harbourTemplate.replace('---\n\n', 'roster: roster.yml\n---\n\n');
  const { lsp, uri } = await start(t, {
    '.minutes/harbour.md': template,
    '.minutes/roster.yml': roster,
  });
  const file = uri('.minutes/roster.yml');
  await lsp.open(file, 'teams:\n  - name: \n    leads: [A]\n', 'yaml');
  const complete = async (line: number, character: number): Promise<readonly string[]> => {
    const items = await lsp.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: file },
      position: { line, character },
    });
    return (Array.isArray(items) ? items : (items?.items ?? [])).map(({ label }) => label);
  };
  assert.deepEqual(await complete(1, 10), ['Crane', 'Tide Gauge']);
  assert.deepEqual(await complete(2, 13), ['Ada Quill', 'Di Fen', 'Bo Reed']);
});

interface Started {
  readonly lsp: LspClient;
  readonly folder: ReturnType<typeof temporaryFolder>;
  readonly uri: (path: string) => string;
}

async function start(t: TestContext, files: Readonly<Record<string, string>>): Promise<Started> {
  const folder = temporaryFolder(t, { ...files, 'calls/2018-06-26-harbour.md': minutes });
  const lsp = await startLspClient(t, { capabilities: richCapabilities, folders: [folder.path] });
  const uri = (path: string): string => uriOf(folder.path, path);
  await lsp.open(uri('calls/2018-06-26-harbour.md'), minutes);
  return { lsp, folder, uri };
}

/** Returns file, 1-based line and text of where a name in a heading is defined. */
async function defined({ lsp, folder, uri }: Started, name: string): Promise<string> {
  const lines = minutes.split('\n');
  const line = lines.findIndex((each) => each.startsWith('###') && each.includes(name));
  const definition = await lsp.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri: uri('calls/2018-06-26-harbour.md') },
    position: { line, character: (lines[line]?.indexOf(name) ?? 0) + 1 },
  });
  assert.ok(Location.is(definition));
  const path = ['.minutes/roster.yml', '.minutes/harbour.md'].find(
    (each) => uri(each) === definition.uri,
  );
  const isOpen = path?.endsWith('.yml') === true && folder.read(path) === 'teams: []\n';
  const text = isOpen ? 'teams:\n  - name: Crane\n' : folder.read(path ?? '');
  const { start, end } = definition.range;
  const found = text
    .split('\n')
    .slice(start.line, end.line + 1)
    .join('\n');
  const until = end.line > start.line ? undefined : end.character;
  return `${String(path?.split('/').at(-1))} ${start.line + 1}: ${found.slice(start.character, until)}`;
}
