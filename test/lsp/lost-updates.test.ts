import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  DiagnosticRefreshRequest,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { commitsChangedNotification } from '../../server/src/protocol/baselines.ts';
import { craneUpdate, harbourMinutes, harbourTemplate } from '../cli/harbour.ts';
import { uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { committed, date, path, pulled, startHarbour } from './harbour-client.ts';

const timeLimit = { timeout: 60_000 };
const clobbered = harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n`, gauge: '' });

suite('lost updates', () => {
  test('are reported, restored to the byte, and forgotten after a commit', timeLimit, async (t) => {
    const folder = temporaryFolder(t, {
      '.minutes/harbour.md': harbourTemplate,
      [path]: clobbered,
    });
    const state = { text: committed };
    const client = await startHarbour(t, folder, state);
    const uri = uriOf(folder.path, path);
    await client.open(uri, clobbered);
    const [finding] = await pulled(client, uri, ['lost-update']);
    assert.ok(finding);
    const actions = await client.actions(uri, finding.range);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Restore “Tide Gauge” from the committed version',
        'Mark the removal from “Tide Gauge” as intentional',
        'Ignore “lost-update” here',
        'Ignore “lost-update” in this file',
        'Turn off “lost-update” in the template',
      ],
    );
    const restore = actions.find(({ title }) => title.startsWith('Restore “Tide Gauge”'));
    assert.equal(
      applied(clobbered, restore?.edit, uri),
      harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n` }),
    );
    state.text = clobbered;
    await client.connection.sendNotification(commitsChangedNotification, {});
    await client.asked(DiagnosticRefreshRequest.method);
    await pulled(client, uri, []);
  });

  test(
    'that are intentional are noted in .minutes/removed.yml, and not reported again',
    timeLimit,
    async (t) => {
      const folder = temporaryFolder(t, {
        '.minutes/harbour.md': harbourTemplate,
        [path]: clobbered,
      });
      const client = await startHarbour(t, folder, { text: committed });
      const uri = uriOf(folder.path, path);
      await client.open(uri, clobbered);
      const [finding] = await pulled(client, uri, ['lost-update']);
      assert.ok(finding);
      const actions = await client.actions(uri, finding.range);
      const meant = actions.find(({ title }) => title.startsWith('Mark the removal'));
      const file = uriOf(folder.path, '.minutes/removed.yml');
      await client.open(file, applied('', meant?.edit, file), 'yaml');
      await pulled(client, uri, []);
      await client.change(file, 2, 'removed:\n  - minutes: 7\n    part: Crane\n');
      await pulled(client, file, ['invalid-template']);
      await pulled(client, uri, ['lost-update']);
    },
  );
});

/** Returns a text after the edits of one document, which all are on whole lines or at its end. */
function applied(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const changes = (edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit =>
      TextDocumentEdit.is(change) && change.textDocument.uri === uri,
  );
  const edits = changes.flatMap((change) => change.edits);
  assert.ok(edits.length > 0, `No edit of ${uri}`);
  const lines = text.split('\n');
  for (const each of edits.toReversed()) {
    assert.ok('newText' in each);
    const before = lines.slice(0, each.range.start.line).map((line) => `${line}\n`);
    const rest = lines.slice(each.range.end.line).join('\n');
    assert.equal(each.range.start.character, 0);
    return before.join('') + each.newText + rest;
  }
  return text;
}
