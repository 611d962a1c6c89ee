import assert from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { program, testEnvironment } from '../support/command-line.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { craneUpdate, harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { broken, sound, template } from '../cli/minutes-of-a-call.ts';

/** Connects the protocol's own client to the built server, which it starts in a folder that has no minutes. */
async function connect(
  context: TestContext,
  roots: readonly TemporaryFolder[] | null,
  started: readonly string[] = [],
): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    roots === null ? {} : { capabilities: { roots: {} } },
  );
  if (roots !== null) {
    client.setRequestHandler('roots/list', () => ({
      roots: roots.map(({ path }) => ({ uri: pathToFileURL(path).href })),
    }));
  }
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, 'mcp', ...started],
    cwd: temporaryFolder(context).path,
    env: environmentOf(testEnvironment()),
    stderr: 'inherit',
  });
  await client.connect(transport);
  context.after(() => client.close());
  return client;
}

/** The client hands down no variable that it is not given, and knows none without a value. */
function environmentOf(variables: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
}

interface ToolAnswer {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
}

async function call(
  client: Client,
  name: string,
  input: Record<string, unknown>,
): Promise<ToolAnswer> {
  const result = await client.callTool({ name, arguments: input });
  const [first] = result.content;
  return {
    text: first?.type === 'text' ? first.text : '',
    data: isRecord(result.structuredContent) ? result.structuredContent : {},
    isError: result.isError === true,
  };
}

function rulesIn({ data }: ToolAnswer): readonly unknown[] {
  assert.ok(Array.isArray(data.files));
  return data.files.flatMap((file: unknown) =>
    isRecord(file) && Array.isArray(file.findings)
      ? file.findings.map((finding: unknown) => isRecord(finding) && finding.rule)
      : [],
  );
}

const call2018 = { '.minutes/call.md': template, '2018-06-26.md': broken };

suite('a session of an agent', () => {
  test('checks minutes, repairs them, and finds nothing left except what is not safe', async (context) => {
    const folder = temporaryFolder(context, call2018);
    const client = await connect(context, [folder]);
    const found = await call(client, 'check_minutes', { path: '2018-06-26.md' });
    assert.ok(rulesIn(found).includes('misspelled-section'));
    const diff = await call(client, 'fix_minutes', { path: '2018-06-26.md' });
    assert.match(diff.text, /^\+## Decisions$/m);
    assert.equal(folder.read('2018-06-26.md'), broken);
    await call(client, 'fix_minutes', { path: '2018-06-26.md', write: true });
    assert.match(folder.read('2018-06-26.md'), /^## Decisions$/m);
    const left = await call(client, 'check_minutes', { path: '2018-06-26.md' });
    assert.deepEqual(rulesIn(left), ['misplaced-section']);
  });

  test('checks and repairs a text that is not yet a file', async (context) => {
    const client = await connect(context, [temporaryFolder(context, call2018)]);
    const input = { path: '2018-07-03.md', text: broken.replace('06-26', '07-03') };
    const found = await call(client, 'check_minutes', input);
    assert.ok(rulesIn(found).includes('misspelled-section'));
    assert.ok(!rulesIn(found).includes('date-mismatch'));
    const fixed = await call(client, 'fix_minutes', input);
    assert.match(fixed.text, /^## Decisions$/m);
  });

  test('learns what the template expects, as Markdown and as data', async (context) => {
    const client = await connect(context, [temporaryFolder(context, call2018)]);
    const described = await call(client, 'describe_template', { path: '2018-07-03.md' });
    assert.match(described.text, /^# Call\n\n- `# Call \{date\}`\n {2}- `## Agenda`$/m);
    assert.equal(described.data.name, 'Call');
    const none = await call(client, 'describe_template', { path: '/etc/hosts' });
    assert.equal(none.isError, true);
  });

  test('makes the next minutes, and never over a file', async (context) => {
    const folder = temporaryFolder(context, {
      '.minutes/call.md': template.replace(
        'files: "**/*.md"',
        'files: "*.md"\nfile-name: "{date}.md"',
      ),
      '2018-06-26.md': sound,
    });
    const client = await connect(context, [folder]);
    const date = '2018-07-03';
    const shown = await call(client, 'new_minutes', { date, dryRun: true });
    assert.match(shown.text, /# Call 2018-07-03/);
    assert.ok(!existsSync(join(folder.path, '2018-07-03.md')));
    await call(client, 'new_minutes', { date });
    assert.match(folder.read('2018-07-03.md'), /^# Call 2018-07-03$/m);
    assert.equal((await call(client, 'new_minutes', { date })).isError, true);
  });

  test('reads the series', async (context) => {
    const date = '2018-06-26';
    const client = await connect(context, [
      temporaryFolder(context, {
        '.minutes/harbour.md': harbourTemplate,
        [`calls/${date}-harbour.md`]: harbourMinutes({ date }),
      }),
    ]);
    const log = await call(client, 'read_series', { what: 'log', team: 'Crane' });
    assert.ok(JSON.stringify(log.data).includes(craneUpdate.trim()));
    const roster = await call(client, 'read_series', { what: 'roster' });
    assert.match(roster.text, /Ada Quill/);
  });

  test('reads a rule’s page, and hears of one that there is not', async (context) => {
    const client = await connect(context, [temporaryFolder(context)]);
    assert.match(
      (await call(client, 'explain_rule', { rule: 'lost-update' })).text,
      /^# lost-update/,
    );
    const wrong = await call(client, 'explain_rule', { rule: 'lost-updat' });
    assert.equal(wrong.isError, true);
    assert.match(wrong.text, /lost-update/);
  });

  test('lists minutes and templates, and reads them', async (context) => {
    const folder = temporaryFolder(context, { ...call2018, 'other.txt': 'x' });
    const client = await connect(context, [folder]);
    const { resources } = await client.listResources();
    const uris = ['.minutes/call.md', '2018-06-26.md'].map((path) => uriOf(folder, path));
    assert.deepEqual(resources.map(({ uri }) => uri).sort(), uris.sort());
    const { contents } = await client.readResource({ uri: uriOf(folder, '2018-06-26.md') });
    const [read] = contents;
    assert.equal(read !== undefined && 'text' in read ? read.text : '', broken);
  });

  test('has prompts that name the tools', async (context) => {
    const client = await connect(context, [temporaryFolder(context)]);
    const { prompts } = await client.listPrompts();
    assert.deepEqual(prompts.map(({ name }) => name).sort(), [
      'minutes-from-transcript',
      'team-year',
    ]);
    const prompt = await client.getPrompt({
      name: 'team-year',
      arguments: { team: 'Crane', year: '2018' },
    });
    assert.match(JSON.stringify(prompt.messages), /read_series/);
  });
});

suite('folders of an agent', () => {
  test('nothing outside the client’s roots is read or written, also through links', async (context) => {
    const secret = temporaryFolder(context, call2018);
    const folder = temporaryFolder(context, { '.minutes/call.md': template });
    symlinkSync(secret.path, join(folder.path, 'way'));
    symlinkSync(join(secret.path, '2018-06-26.md'), join(folder.path, '2018-06-26.md'));
    const client = await connect(context, [folder]);
    const outside = [
      join(secret.path, '2018-06-26.md'),
      '2018-06-26.md',
      'way/2018-06-26.md',
      `../${secret.path.split('/').at(-1) ?? ''}/2018-06-26.md`,
    ];
    for (const path of outside) {
      const found = await call(client, 'check_minutes', { path });
      assert.equal(found.isError, true, path);
      assert.doesNotMatch(found.text, /Descisions/);
      await call(client, 'fix_minutes', { path, write: true, all: true });
      assert.equal(secret.read('2018-06-26.md'), broken);
    }
    for (const folderOutside of [secret.path, 'way', '/']) {
      const made = await call(client, 'new_minutes', { folder: folderOutside, date: '2018-07-03' });
      assert.equal(made.isError, true, folderOutside);
    }
    await assert.rejects(client.readResource({ uri: uriOf(secret, '2018-06-26.md') }));
    assert.equal((await client.listResources()).resources.length, 1);
  });

  test('a client without roots uses the folders that the server was started for', async (context) => {
    const folder = temporaryFolder(context, call2018);
    const client = await connect(context, null, [folder.path]);
    const found = await call(client, 'check_minutes', { path: '2018-06-26.md' });
    assert.ok(rulesIn(found).includes('misspelled-section'));
    const outside = temporaryFolder(context, call2018);
    const path = join(outside.path, '2018-06-26.md');
    assert.equal((await call(client, 'check_minutes', { path })).isError, true);
  });
});

function uriOf(folder: TemporaryFolder, path: string): string {
  return pathToFileURL(join(folder.path, path)).href;
}
