import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { suite, test } from 'node:test';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { committed, path, pulled, startHarbour } from './harbour-client.ts';

const timeLimit = { timeout: 60_000 };

suite('minutes in their series', () => {
  test(
    'a lead that others replaced is stale, until the series says otherwise',
    timeLimit,
    async (t) => {
      const leads = ['Ada Quill', 'Cy Marsh', 'Cy Marsh'];
      const folder = temporaryFolder(t, {
        '.minutes/harbour.md': harbourTemplate,
        ...Object.fromEntries(
          leads.map((craneLead, index) => {
            const day = `2018-06-0${index + 1}`;
            return [`calls/${day}-harbour.md`, harbourMinutes({ date: day, craneLead })];
          }),
        ),
        [path]: committed,
      });
      const client = await startHarbour(t, folder, null);
      const uri = uriOf(folder.path, path);
      await client.open(uri, committed);
      await pulled(client, uri, ['stale-lead']);

      const other = uriOf(folder.path, 'calls/2018-06-03-harbour.md');
      await client.open(other, harbourMinutes({ date: '2018-06-03', craneLead: 'Ada Quill' }));
      await client.change(uri, 2, `${committed}\n`);
      await pulled(client, uri, []);
      await client.close(other);
      await client.change(uri, 3, committed);
      await pulled(client, uri, ['stale-lead']);

      rmSync(`${folder.path}/calls/2018-06-03-harbour.md`);
      await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: other, type: FileChangeType.Deleted }],
      });
      await client.change(uri, 4, `${committed}\n`);
      await pulled(client, uri, []);
    },
  );

  test('follow a folder that is renamed or deleted as a whole', timeLimit, async (t) => {
    const template = harbourTemplate.replace('calls/*.md', 'calls/**/*.md');
    const folder = temporaryFolder(t, {
      '.minutes/harbour.md': template,
      'calls/2017/2017-06-01-harbour.md': harbourMinutes({ date: '2017-06-01' }),
      'calls/2018/2018-06-01-harbour.md': harbourMinutes({ date: '2018-06-01' }),
      [path]: committed,
    });
    const client = await startHarbour(t, folder, null);
    await client.open(uriOf(folder.path, path), committed);
    const meetings = async (): Promise<readonly string[]> => {
      const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, {
        query: 'harbour call',
      });
      return (symbols ?? [])
        .map(({ location }) => location.uri.slice(uriOf(folder.path).length))
        .sort();
    };
    const report = (...changes: readonly (readonly [string, FileChangeType])[]): Promise<void> =>
      client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: changes.map(([file, type]) => ({ uri: uriOf(folder.path, file), type })),
      });
    const [old, recent] = [
      '/calls/2017/2017-06-01-harbour.md',
      '/calls/2018/2018-06-01-harbour.md',
    ];
    assert.deepEqual(await meetings(), [old, recent, `/${path}`]);

    renameSync(`${folder.path}/calls/2018`, `${folder.path}/calls/older`);
    await report(['calls/2018', FileChangeType.Deleted], ['calls/older', FileChangeType.Created]);
    const renamed = '/calls/older/2018-06-01-harbour.md';
    assert.deepEqual(await meetings(), [old, `/${path}`, renamed]);

    rmSync(`${folder.path}/calls/2017`, { recursive: true });
    await report(['calls/2017', FileChangeType.Deleted]);
    assert.deepEqual(await meetings(), [`/${path}`, renamed]);
  });
});
