import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  SemanticTokensRefreshRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { rich } from './unwritten-weekly.ts';
import { weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

test('colors of minutes go when their template goes', { timeout: 60_000 }, async (t) => {
  const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
  const capabilities = {
    ...rich,
    workspace: { ...rich.workspace, semanticTokens: { refreshSupport: true } },
  };
  const client = await startLspClient(t, { folders: [folder], capabilities });
  const uri = uriOf(folder, '2018-06-26.md');
  await client.open(uri, weeklyMinutes);
  const tokens = async (): Promise<number> => {
    const params = { textDocument: { uri } };
    const answer = await client.connection.sendRequest(SemanticTokensRequest.type, params);
    return answer?.data.length ?? 0;
  };
  assert.notEqual(await tokens(), 0);
  rmSync(join(folder, '.minutes/weekly.md'));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: uriOf(folder, '.minutes/weekly.md'), type: FileChangeType.Deleted }],
  });
  await client.asked(SemanticTokensRefreshRequest.method);
  assert.equal(await tokens(), 0);
});
