import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DocumentDiagnosticRequest,
  HoverRequest,
  LogMessageNotification,
  MessageType,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { richCapabilities, startLspClient, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const timeLimit = { timeout: 60_000 };

/** Requests without their parameters, which no client sends. */
const methods = [HoverRequest.method, DocumentDiagnosticRequest.method, RenameRequest.method];

test(
  'a handler that throws is logged with its stack, and the client told',
  timeLimit,
  async (t) => {
    const { connection } = await startLspClient(t, { capabilities: richCapabilities, folders: [] });
    const logged: string[] = [];
    connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === MessageType.Error) logged.push(message);
    });
    for (const method of methods) {
      await assert.rejects(connection.sendRequest(method, {}), ({ message }: Error) => {
        assert.match(message, /^Internal error \(please report\): on\w* failed: Cannot /);
        return true;
      });
      assert.match(logged.shift() ?? '', /^TypeError: Cannot .*\n +at /, method);
    }
    assert.deepEqual(logged, []);
  },
);

test('a refusal is not an internal error, and is not logged', timeLimit, async (t) => {
  const { path } = temporaryFolder(t);
  const client = await startLspClient(t, {
    capabilities: richCapabilities,
    folders: [path],
  });
  const logged: string[] = [];
  client.connection.onNotification(LogMessageNotification.type, ({ message }) => {
    logged.push(message);
  });
  const uri = uriOf(path, 'notes.md');
  await client.open(uri, '# Notes\n');
  await assert.rejects(
    client.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri },
      position: { line: 0, character: 3 },
      newName: 'Crane',
    }),
    { message: 'There is no team or lead here' },
  );
  assert.deepEqual(logged, []);
});
