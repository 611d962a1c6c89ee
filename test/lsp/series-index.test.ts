import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WorkDoneProgressCreateRequest,
  WorkspaceSymbolRequest,
  type FileEvent,
} from 'vscode-languageserver-protocol/node';
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const paths = ['calls/2018-05-29-harbour.md', 'calls/old/2018-06-12-harbour.md', 'notes/a.md'];
const templates = [
  harbourTemplate.replace('calls/*.md', 'calls/**/*.md'),
  harbourTemplate,
  harbourTemplate.replace('calls/*.md', 'notes/*.md'),
];
const texts = [
  harbourMinutes({ date: '2018-05-29' }),
  harbourMinutes({ date: '2018-06-12', craneLead: 'Cy Marsh', crane: '#### `crane-release`\n' }),
  '# Nothing of ours\n',
];

/** What happens to a workspace: to its files, its editors, its template, a folder, a branch of git. */
const anyStep = fc.oneof(
  fc.record({
    kind: fc.constantFrom('write' as const, 'type' as const),
    path: fc.constantFrom(...paths),
    text: fc.constantFrom(...texts),
  }),
  fc.record({
    kind: fc.constantFrom('delete' as const, 'close' as const),
    path: fc.constantFrom(...paths),
  }),
  fc.record({ kind: fc.constant('template' as const), text: fc.constantFrom(...templates) }),
  fc.record({ kind: fc.constant('move' as const) }),
  fc.record({ kind: fc.constant('checkout' as const), text: fc.constantFrom(...texts) }),
);

test(
  'a series that is kept current equals one built afresh, whatever happens to files and editors',
  { timeout: 120_000 },
  async (t) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 12 }), async (steps) => {
        const folder = temporaryFolder(t, { '.minutes/harbour.md': templates[0] ?? '' });
        const open = new Map<string, string>();
        const kept = await startIn(t, folder, open);
        await symbolsOf(kept, folder);
        for (const step of steps) await take(step, folder, open, kept);
        const fresh = await startIn(t, folder, open);
        assert.deepEqual(await symbolsOf(kept, folder), await symbolsOf(fresh, folder));
        await Promise.all([kept.stop(), fresh.stop()]);
      }),
      { seed: 20180626, numRuns: 12 },
    );
  },
);

test(
  'a template that is being typed has the series read when the typing rests, not at each key',
  { timeout: 30_000 },
  async (t) => {
    const [template = ''] = templates;
    const files = {
      '.minutes/harbour.md': template,
      'calls/2018-05-29-harbour.md': texts[0] ?? '',
    };
    const folder = temporaryFolder(t, files);
    const client = await startLspClient(t, {
      capabilities: { ...richCapabilities, window: { workDoneProgress: true } },
      folders: [folder.path],
    });
    let reads = 0;
    client.connection.onRequest(WorkDoneProgressCreateRequest.type, () => {
      reads++;
    });
    const uri = uriOf(folder.path, '.minutes/harbour.md');
    await client.open(uri, template);
    const before = await symbolsOf(client, folder);
    const readsBefore = reads;
    for (let key = 1; key <= 20; key++) {
      await client.change(uri, key + 1, `${template}${'x'.repeat(key)}`);
    }
    assert.deepEqual(await symbolsOf(client, folder), before);
    assert.ok(reads - readsBefore <= 5, `20 keys had the series read ${reads - readsBefore} times`);
    assert.ok(reads > readsBefore, 'the series was not read again');
  },
);

type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

async function take(
  step: Step,
  folder: TemporaryFolder,
  open: Map<string, string>,
  client: LspClient,
): Promise<void> {
  const tell = (...changes: readonly (readonly [string, FileChangeType])[]): Promise<void> => {
    const events = changes.map(([file, type]): FileEvent => ({
      uri: uriOf(folder.path, file),
      type,
    }));
    return client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: events,
    });
  };
  switch (step.kind) {
    case 'write':
      folder.write(step.path, step.text);
      return tell([step.path, FileChangeType.Changed]);
    case 'type': {
      const uri = uriOf(folder.path, step.path);
      if (open.has(step.path)) await client.change(uri, versionAfter(open), step.text);
      else await client.open(uri, step.text);
      open.set(step.path, step.text);
      return;
    }
    case 'delete':
      rmSync(`${folder.path}/${step.path}`, { force: true });
      return tell([step.path, FileChangeType.Deleted]);
    case 'close':
      if (open.delete(step.path)) await client.close(uriOf(folder.path, step.path));
      return;
    case 'template':
      folder.write('.minutes/harbour.md', step.text);
      return tell(['.minutes/harbour.md', FileChangeType.Changed]);
    case 'move':
      mkdirSync(`${folder.path}/calls`, { recursive: true });
      rmSync(`${folder.path}/notes`, { recursive: true, force: true });
      renameSync(`${folder.path}/calls`, `${folder.path}/notes`);
      return tell(['calls', FileChangeType.Deleted], ['notes', FileChangeType.Created]);
    case 'checkout':
      for (const path of paths) folder.write(path, step.text);
      return tell(...paths.map((path) => [path, FileChangeType.Created] as const));
  }
}

/** Versions only have to grow. */
function versionAfter(open: Map<string, string>): number {
  const version = Number(open.get('') ?? '1') + 1;
  open.set('', String(version));
  return version;
}

async function startIn(
  t: TestContext,
  folder: TemporaryFolder,
  open: ReadonlyMap<string, string>,
): Promise<LspClient> {
  const client = await startLspClient(t, {
    capabilities: richCapabilities,
    folders: [folder.path],
  });
  for (const [path, text] of open) {
    if (path !== '') await client.open(uriOf(folder.path, path), text);
  }
  return client;
}

async function symbolsOf(client: LspClient, { path }: TemporaryFolder): Promise<readonly string[]> {
  const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
  return (symbols ?? [])
    .map(({ name, containerName = '', location }) => {
      const line = 'range' in location ? location.range.start.line : 0;
      return `${name} ${containerName} ${location.uri.slice(uriOf(path).length)}:${line}`;
    })
    .sort();
}
