import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import {
  migrateRequest,
  type MigrationAnswer,
  type MigrationParams,
} from '../../server/src/protocol/migrate.ts';
import { richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };
const before =
  '---\nminutes-template: 1\nname: Pier\nfiles: "calls/*.md"\n---\n\n# Pier {date}\n\n## Todo\n';
const after = before.replace('## Todo', '## Actions');
const files = {
  '.minutes/pier.md': after,
  'calls/2020-01-07.md': '# Pier 2020-01-07\n\n## Todo\n\n- [ ] Ada: paint\n',
  'calls/2099-01-06.md': '# Pier 2099-01-06\n\n## Todo\n',
};
const nothing: MigrationParams = { uri: null, template: null, before: null, to: null };

suite('a template that changed', () => {
  test('says what changed, and offers edits for minutes and templates', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, files);
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const send = (params: Partial<MigrationParams>): Promise<MigrationAnswer> =>
      client.connection.sendRequest(migrateRequest, { ...nothing, before, ...params });
    const earlier = uriOf(folder, 'calls/2020-01-07.md');
    const draft = uriOf(folder, 'calls/2099-01-06.md');
    const template = uriOf(folder, '.minutes/pier.md');

    const { templates, migration } = await send({});
    assert.deepEqual(templates, [{ uri: template, name: 'Pier' }]);
    assert.deepEqual(migration, {
      template: 'Pier',
      changes: ['“Todo” is now “Actions”'],
      drafts: 1,
      all: 2,
      renames: true,
      lastDay: '2020-01-07',
      edit: null,
    });
    const editTo = async (to: MigrationParams['to']): Promise<WorkspaceEdit | null> =>
      (await send({ to })).migration?.edit ?? null;
    assert.deepEqual(changedBy(await editTo('drafts')), { [draft]: ['## Actions\n'] });
    assert.deepEqual(changedBy(await editTo('all')), {
      [earlier]: ['## Actions\n'],
      [draft]: ['## Actions\n'],
    });
    assert.deepEqual(changedBy(await editTo('aliases')), {
      [template]: ['## Actions <!-- alias: Todo -->\n'],
    });
    const old = uriOf(folder, '.minutes/pier-until-2020-01-07.md');
    assert.deepEqual(changedBy(await editTo('era')), {
      [old]: ['create', before.replace('md"\n', 'md"\nuntil: 2020-01-07\n')],
      [template]: ['from: 2020-01-08\n'],
    });
  });

  test('without a committed version says that none is known', timeLimit, async (t) => {
    const { path: folder } = temporaryFolder(t, files);
    const client = await startLspClient(t, { folders: [folder], capabilities: richCapabilities });
    const { migration } = await client.connection.sendRequest(migrateRequest, nothing);
    assert.equal(migration, null);
  });
});

/** Returns what an edit writes into each file. */
function changedBy(edit: WorkspaceEdit | null): Readonly<Record<string, readonly string[]>> {
  const changed: Record<string, string[]> = {};
  for (const change of edit?.documentChanges ?? []) {
    if ('edits' in change) {
      const texts = change.edits.map((each) => ('newText' in each ? each.newText : ''));
      (changed[change.textDocument.uri] ??= []).push(...texts);
    } else if (change.kind === 'create') (changed[change.uri] ??= []).push('create');
  }
  return changed;
}
