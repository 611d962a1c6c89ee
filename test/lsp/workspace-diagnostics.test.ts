import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  RegistrationRequest,
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { incompleteMinutes, weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };

suite('diagnostics of the workspace', () => {
  test('are offered when the settings say so', timeLimit, async (t) => {
    const client = await startLspClient(t, { folders: [], capabilities: richCapabilities });
    await registered(client, false);
    client.answerSettings({ diagnostics: { scope: 'workspace' } });
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await registered(client, true);
  });

  test('speak of closed files, and again only of what changed', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, {
      '.minutes/weekly.md': weeklyTemplate,
      '2018-06-19.md': incompleteMinutes.replace('06-26', '06-19'),
      '2018-06-26.md': weeklyMinutes,
      'README.md': '# Minutes\n',
      'node_modules/2018-06-19.md': incompleteMinutes,
    });
    const client = await startLspClient(t, {
      folders: [folder],
      capabilities: richCapabilities,
      settings: { diagnostics: { scope: 'workspace' } },
    });
    const first = await pullAll(client);
    assert.deepEqual(summary(first), { '2018-06-19.md': 1 });

    const next = pullAll(client, first);
    writeFileSync(join(folder, '2018-06-26.md'), incompleteMinutes);
    rmSync(join(folder, '2018-06-19.md'));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [
        { uri: uriOf(folder, '2018-06-26.md'), type: FileChangeType.Changed },
        { uri: uriOf(folder, '2018-06-19.md'), type: FileChangeType.Deleted },
      ],
    });
    assert.deepEqual(summary(await next), { '2018-06-26.md': 1, '2018-06-19.md': 0 });
  });
});

/** Waits until diagnostics are registered, with or without those of the workspace. */
async function registered(client: LspClient, workspaceDiagnostics: boolean): Promise<void> {
  const isRegistered = (): boolean => {
    const options: unknown = client.registrations.findLast(
      ({ method }) => method === DocumentDiagnosticRequest.method,
    )?.registerOptions;
    if (typeof options !== 'object' || options === null) return false;
    return (
      'workspaceDiagnostics' in options && options.workspaceDiagnostics === workspaceDiagnostics
    );
  };
  while (!isRegistered()) await client.asked(RegistrationRequest.method);
}

function pullAll(
  client: LspClient,
  previous: WorkspaceDiagnosticReport = { items: [] },
): Promise<WorkspaceDiagnosticReport> {
  const previousResultIds = previous.items.map(({ uri, resultId = '' }) => ({
    uri,
    value: resultId,
  }));
  return client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
}

function summary({ items }: WorkspaceDiagnosticReport): Readonly<Record<string, number>> {
  return Object.fromEntries(
    items.flatMap((item) =>
      item.kind === 'full' ? [[item.uri.replace(/.*\//, ''), item.items.length]] : [],
    ),
  );
}
