import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { createEmptyFileSystem } from '../../server/src/lsp/documents/client-file-system.ts';
import type { FileSystem } from '../../server/src/lsp/documents/file-system.ts';
import { createLinkedFiles } from '../../server/src/lsp/documents/linked-files.ts';
import { readFileRequest } from '../../server/src/protocol/file-requests.ts';
import { messageOf, richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };

test('a link to nothing is reported until the file is there', timeLimit, async (t) => {
  const folder = temporaryFolder(t, {
    '.minutes/weekly.md': weeklyTemplate,
    'notes.md': 'Notes\n',
  });
  const outside = temporaryFolder(t);
  symlinkSync(outside.path, `${folder.path}/linked`);
  mkdirSync(`${folder.path}/more`);
  writeFileSync(`${folder.path}/more/plan.md`, 'Plan\n');
  const client = await startLspClient(t, {
    capabilities: richCapabilities,
    folders: [folder.path],
  });
  const uri = uriOf(folder.path, '2018-06-26.md');
  const links =
    '[a](notes.md) [b](more) [m](more/plan.md) [c](plan.md) [d](../plan.md) [e](linked/plan.md) [f](a%00b)';
  await client.open(uri, weeklyMinutes.replace('- None.', `- ${links}`));
  const messages = async (): Promise<readonly string[]> =>
    (await client.pull(uri)).map((diagnostic) => messageOf(diagnostic));
  assert.deepEqual(await messages(), ['The linked file “plan.md” doesn’t exist']);

  folder.write('plan.md', 'Plan\n');
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf(folder.path, 'plan.md'), type: FileChangeType.Created }],
  });
  await client.asked(DiagnosticRefreshRequest.method);
  assert.deepEqual(await messages(), []);

  rmSync(`${folder.path}/more`, { recursive: true });
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf(folder.path, 'more'), type: FileChangeType.Deleted }],
  });
  await client.asked(DiagnosticRefreshRequest.method);
  assert.deepEqual(await messages(), [
    'The linked file “more” doesn’t exist',
    'The linked file “more/plan.md” doesn’t exist',
  ]);
});

test('the disk is looked at once for a link, until something changes', async () => {
  const asked: string[] = [];
  const files: FileSystem = {
    ...createEmptyFileSystem(),
    knowsAbsence: () => true,
    realPath: (uri) => {
      asked.push(uri);
      return Promise.resolve(uri.endsWith('/plan.md') ? null : uri);
    },
  };
  const linked = createLinkedFiles(files, { all: () => [], of: () => 'file:///minutes' }, () => {
    asked.push('change');
  });
  const isAbsent = async (text: string): Promise<boolean> =>
    (await linked.absentFrom('file:///minutes/a.md', text))('more/plan.md');
  assert.ok(await isAbsent('[a](more/plan.md)'));
  const once = [...asked];
  assert.ok(await isAbsent('[ab](more/plan.md)'));
  assert.deepEqual(asked, once);
  linked.changed('file:///minutes/more');
  assert.deepEqual(asked, [...once, 'change']);
  assert.ok(await isAbsent('[ab](more/plan.md)'));
  assert.deepEqual(asked, [...once, 'change', ...once]);
});

test('where the client alone sees the files, no link is reported', timeLimit, async (t) => {
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
