import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { test } from 'node:test';
import {
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { readFileRequest } from '../../server/src/protocol/file-requests.ts';
import { messageOf, richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { weeklyMinutes, weeklyTemplate } from './weekly.ts';

const timeLimit = { timeout: 60_000 };

test('a link to nothing is told until the file is there', timeLimit, async (t) => {
  const folder = temporaryFolder(t, {
    '.minutes/weekly.md': weeklyTemplate,
    'notes.md': 'Notes\n',
  });
  const outside = temporaryFolder(t);
  symlinkSync(outside.path, `${folder.path}/linked`);
  mkdirSync(`${folder.path}/more`);
  const client = await startLspClient(t, {
    capabilities: richCapabilities,
    folders: [folder.path],
  });
  const uri = uriOf(folder.path, '2018-06-26.md');
  const links =
    '[a](notes.md) [b](more) [c](plan.md) [d](../plan.md) [e](linked/plan.md) [f](a%00b)';
  await client.open(uri, weeklyMinutes.replace('- None.', `- ${links}`));
  const messages = async (): Promise<readonly string[]> =>
    (await client.pull(uri)).map((diagnostic) => messageOf(diagnostic));
  assert.deepEqual(await messages(), ['There is no file “plan.md” beside the minutes']);

  folder.write('plan.md', 'Plan\n');
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf(folder.path, 'plan.md'), type: FileChangeType.Created }],
  });
  await client.asked(DiagnosticRefreshRequest.method);
  assert.deepEqual(await messages(), []);
});

test('where the client alone sees the files, no link is told', timeLimit, async (t) => {
  const client = await startLspClient(t, {
    capabilities: richCapabilities,
    folders: [],
    virtualFolders: ['virtual://host/minutes'],
    initializationOptions: { fileRequests: true },
  });
  client.connection.onRequest(readFileRequest, () => null);
  const uri = 'virtual://host/minutes/2018-06-26.md';
  await client.open(uri, '<!-- minutes-template: working-session -->\n\n[plan](plan.md)\n');
  const codes = (await client.pull(uri)).map(({ code }) => code);
  assert.ok(codes.length > 0 && !codes.includes('malformed-link'), codes.join(', '));
});
