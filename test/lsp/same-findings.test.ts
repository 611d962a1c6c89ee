import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { DidOpenTextDocumentNotification } from 'vscode-languageserver-protocol/node';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { lineDatesRequest } from '../../server/src/protocol/baselines.ts';
import { explainRequest } from '../../server/src/protocol/explain-minutes.ts';
import { runCommand } from '../support/command-line.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import {
  messageOf,
  richCapabilities,
  startLspClient,
  uriOf,
  type LspClient,
} from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 120_000 };

const template = `---
minutes-template: 1
files: "calls/*.md"
---

# Call {date}

## Agenda

## Scribe

## Actions
`;

/** The template gets this section when half of the meetings were held. */
const withLinks = `${template}\n## Links\n`;

/** Twelve calls; two have no scribe, and none had links before the template asked for them. */
const calls: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => {
    const date = `2018-${String(index + 1).padStart(2, '0')}-15`;
    const scribe = [3, 11].includes(index) ? '' : '## Scribe\n\nRobin\n\n';
    const links = index < 6 || index === 8 ? '' : '\n## Links\n';
    return [
      `calls/${date}.md`,
      `# Call ${date}\n\n## Agenda\n\n${scribe}## Actions\n\n- Paint\n${links}`,
    ];
  }),
);

test(
  'a file has the same findings alone, in its folder, as standard input and in the editor',
  timeLimit,
  async (t) => {
    const { client, path } = await startSeries(t);
    const options = ['check', '--format=json', '--min-severity=hint'];
    const inFolder = runCommand(path, [...options, '.']).output;
    for (const [name, text] of Object.entries(calls)) {
      const expected = linesOf(inFolder, name);
      assert.deepEqual(linesOf(runCommand(path, [...options, name]).output, name), expected, name);
      const piped = runCommand(path, [...options, '-', `--stdin-filename=${name}`], text);
      assert.deepEqual(linesOf(piped.output, name), expected, name);
      assert.deepEqual(await shown(client, uriOf(path, name)), expected, name);
    }
    const [asked] = linesOf(inFolder, 'calls/2018-09-15.md');
    assert.match(
      asked ?? '',
      /^warning missing-section/,
      'Links were asked for, and given, since July',
    );
    assert.match(linesOf(inFolder, 'calls/2018-02-15.md')[0] ?? '', /^hint missing-section/);
  },
);

test('the editor and the command line explain a file alike', timeLimit, async (t) => {
  const { client, path } = await startSeries(t);
  const name = 'calls/2018-09-15.md';
  const page = await client.connection.sendRequest(explainRequest, { uri: uriOf(path, name) });
  const plain = page?.replaceAll('\\', '') ?? '';
  const { output } = runCommand(path, ['explain', '--file', name]);
  const lines = output.split('\n').map((line) => line.trim());
  for (const line of lines.filter((each) => each !== '' && !each.startsWith('Template:'))) {
    assert.ok(plain.includes(line.replace(/^Headings:$/, 'Headings')), `${line}\n${plain}`);
  }
  assert.match(output, /Window: 12 minutes, from 2018-01-15 to 2018-12-15/);
});

async function startSeries(
  t: TestContext,
): Promise<{ readonly client: LspClient; readonly path: string }> {
  const folder = temporaryFolder(t, { '.minutes/call.md': template });
  const repository = createRepository(folder);
  commitOn(repository, '2018-01-01');
  folder.write('.minutes/call.md', withLinks);
  for (const [name, text] of Object.entries(calls)) folder.write(name, text);
  commitOn(repository, '2018-07-01');
  const client = await startLspClient(t, {
    capabilities: richCapabilities,
    folders: [folder.path],
    initializationOptions: { lineDates: true },
  });
  client.connection.onRequest(lineDatesRequest, () => ({
    blame: repository.git('blame', '.minutes/call.md'),
    first: '2018-01-01',
  }));
  for (const [name, text] of Object.entries(calls)) {
    await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: uriOf(folder.path, name), languageId: 'markdown', version: 1, text },
    });
  }
  // The explanation comes when all minutes were read.
  await client.connection.sendRequest(explainRequest, {
    uri: uriOf(folder.path, 'calls/2018-01-15.md'),
  });
  return { client, path: folder.path };
}

function commitOn({ git }: GitRepository, date: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'minutes', `--date=${date}T12:00:00Z`);
}

/** Pulls what the editor shows. */
async function shown(client: LspClient, uri: string): Promise<readonly string[]> {
  const found = await client.pull(uri);
  return found.map((each) => {
    const line = String(each.range.start.line + 1);
    return [severities[each.severity ?? 0], String(each.code), line, messageOf(each)].join(' ');
  });
}

const severities = ['', 'error', 'warning', 'information', 'hint'];

function linesOf(json: string, path: string): readonly string[] {
  const report: unknown = JSON.parse(json);
  const all: unknown[] = isRecord(report) && Array.isArray(report.files) ? report.files : [];
  const file = all.find((each) => isRecord(each) && each.path === path);
  const findings: unknown[] = isRecord(file) && Array.isArray(file.findings) ? file.findings : [];
  return findings.filter(isRecord).map(({ severity, rule, range, message }) => {
    const start = isRecord(range) && isRecord(range.start) ? range.start.line : 0;
    return [severity, rule, start, message].map(String).join(' ');
  });
}
