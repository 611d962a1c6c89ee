import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readDirectoryRequest, readFileRequest } from '../../server/src/protocol/file-requests.ts';
import { richCapabilities, startLspClient } from '../support/lsp-client.ts';
import { incompleteMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };

suite('a virtual workspace', () => {
  test('has its templates read by the client', timeLimit, async (t) => {
    const template = weeklyTemplate.replace(/roster:[^]*?---/, 'roster: teams.yml\n---');
    const files = new Map([
      ['memory:/group/.minutes/weekly.md', template],
      ['memory:/group/.minutes/teams.yml', 'teams:\n  - name: Lanterns\n    leads: [Ada Quill]\n'],
    ]);
    const client = await startLspClient(t, {
      folders: [],
      virtualFolders: ['memory:/group'],
      capabilities: richCapabilities,
      initializationOptions: { fileRequests: true },
    });
    client.connection.onRequest(readFileRequest, ({ uri }) => files.get(uri) ?? null);
    client.connection.onRequest(readDirectoryRequest, ({ uri }) =>
      [...files.keys()]
        .filter((file) => file.startsWith(`${uri}/`))
        .map((file) => ({ name: file.slice(uri.length + 1), kind: 'file' as const })),
    );
    const uri = 'memory:/group/2018-06-26.md';
    await client.open(uri, incompleteMinutes);
    const codes = (await client.pull(uri)).map(({ code }) => code);
    assert.deepEqual(codes.sort(), ['missing-section', 'unknown-team']);
  });
});
