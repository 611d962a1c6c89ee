import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  ErrorCodes,
  FoldingRangeRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ResponseError,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type ProtocolConnection,
  type Registration,
} from 'vscode-languageserver-protocol/node';
import manifest from '../../package.json' with { type: 'json' };
import { checkout } from '../../tools/checkout.ts';
import { createEventLog } from '../support/event-log.ts';
import { messageOf, richCapabilities, uriOf } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { weeklyMinutes, weeklyTemplate } from '../support/weekly.ts';

const timeLimit = { timeout: 60_000 };
const name = '2018-06-26.md';
const misspelt = weeklyMinutes.replace('## Decisions', '## Descisions');

/** Starts the built server, without a first message. */
function startServer(t: TestContext): ProtocolConnection {
  const program = join(checkout, manifest.bin['minutes-language-server']);
  const server = spawn(process.execPath, [program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  t.after(() => {
    connection.dispose();
    server.kill();
  });
  return connection;
}

interface Introduction {
  readonly folder: string;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
}

async function introduce(
  connection: ProtocolConnection,
  { folder, ...params }: Introduction,
): Promise<void> {
  await connection.sendRequest(InitializeRequest.method, {
    processId: null,
    rootUri: uriOf(folder),
    ...params,
  });
  await connection.sendNotification(InitializedNotification.type, {});
}

async function open(connection: ProtocolConnection, uri: string, text = misspelt): Promise<void> {
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
}

async function pull(connection: ProtocolConnection, uri: string): Promise<readonly Diagnostic[]> {
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
  });
  assert.ok(report.kind === DocumentDiagnosticReportKind.Full);
  return report.items;
}

function hasCode(code: number): (error: unknown) => boolean {
  return (error) => error instanceof ResponseError && error.code === code;
}

suite('clients that do what is odd', () => {
  for (const [how, answer] of Object.entries({
    'with an error': () => {
      throw new ResponseError(ErrorCodes.InternalError, 'no settings here');
    },
    never: () => new Promise<never>(() => undefined),
  })) {
    test(`settings that are answered ${how} are the defaults`, timeLimit, async (t) => {
      const { path } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
      const connection = startServer(t);
      connection.onRequest(ConfigurationRequest.type, answer);
      connection.onRequest(RegistrationRequest.type, () => undefined);
      connection.listen();
      await introduce(connection, { folder: path, capabilities: richCapabilities });
      await open(connection, uriOf(path, name));
      const [first] = await pull(connection, uriOf(path, name));
      assert.equal(messageOf(first), '“Descisions” should be “Decisions”');
    });
  }

  test('settings that are answered late hold from then on', timeLimit, async (t) => {
    const { path } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
    const connection = startServer(t);
    const released = createEventLog<string>();
    const refreshed = createEventLog<string>();
    connection.onRequest(ConfigurationRequest.type, async ({ items }) => {
      await released.take(() => true);
      released.add('for the next question');
      return items.map(() => ({
        rules: {
          'misspelled-section': 'off',
          'missing-section': 'off',
          'unexpected-section': 'off',
        },
      }));
    });
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      refreshed.add('refresh');
      return null;
    });
    connection.listen();
    await introduce(connection, { folder: path, capabilities: richCapabilities });
    const uri = uriOf(path, name);
    await open(connection, uri);
    assert.equal((await pull(connection, uri)).length, 1);
    released.add('now');
    await refreshed.take(() => true);
    assert.deepEqual(await pull(connection, uri), []);
  });

  test('a registration that is refused keeps no other from it', timeLimit, async (t) => {
    const { path } = temporaryFolder(t, {});
    const connection = startServer(t);
    const registered = createEventLog<Registration>();
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const registration of registrations) registered.add(registration);
      throw new ResponseError(ErrorCodes.MethodNotFound, 'nothing is registered here');
    });
    connection.listen();
    await introduce(connection, { folder: path, capabilities: richCapabilities });
    for (const method of [
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
      'textDocument/diagnostic',
    ]) {
      await registered.take((each) => each.method === method);
    }
    await open(connection, uriOf(path, name));
    assert.deepEqual(await pull(connection, uriOf(path, name)), []);
  });

  test('requests out of their time get the errors of LSP', timeLimit, async (t) => {
    const { path } = temporaryFolder(t, {});
    const connection = startServer(t);
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.listen();
    const textDocument = { uri: uriOf(path, name) };
    const ask = (method: string): Promise<unknown> =>
      connection.sendRequest(method, { textDocument });
    await assert.rejects(ask(FoldingRangeRequest.method), hasCode(ErrorCodes.ServerNotInitialized));
    await introduce(connection, { folder: path, capabilities: {} });
    await assert.rejects(
      introduce(connection, { folder: path, capabilities: {} }),
      hasCode(ErrorCodes.InvalidRequest),
    );
    await assert.rejects(ask('textDocument/nothing'), hasCode(ErrorCodes.MethodNotFound));
    await ask(FoldingRangeRequest.method);
    await connection.sendRequest(ShutdownRequest.type);
    await assert.rejects(ask(FoldingRangeRequest.method), hasCode(ErrorCodes.InvalidRequest));
  });

  test(
    'without capabilities, and with files of another host, it serves all the same',
    timeLimit,
    async (t) => {
      const { path } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
      const connection = startServer(t);
      const published = createEventLog<{
        readonly uri: string;
        readonly diagnostics: Diagnostic[];
      }>();
      connection.onNotification(PublishDiagnosticsNotification.type, published.add);
      connection.listen();
      await introduce(connection, { folder: path });
      await open(connection, 'file://server/share/2018-06-26.md');
      await open(connection, uriOf(path, name));
      const { diagnostics } = await published.take(({ uri }) => uri === uriOf(path, name));
      assert.equal(diagnostics.length, 1);
      await connection.sendRequest(FoldingRangeRequest.type, {
        textDocument: { uri: 'file://server/share/2018-06-26.md' },
      });
    },
  );
});

/** Capabilities of clients, by whether they pull diagnostics and let them be registered; and whether they ask for pushed ones. */
const ways = [
  { pulls: false, registers: false, push: false },
  { pulls: true, registers: false, push: false },
  { pulls: true, registers: true, push: false },
  { pulls: true, registers: false, push: true },
  { pulls: true, registers: true, push: true },
] as const;

suite('findings arrive in exactly one way', () => {
  for (const { pulls, registers, push } of ways) {
    const words = [
      pulls ? 'pulls' : 'does not pull',
      registers && 'registers',
      push && 'wants pushed ones',
    ];
    test(`where a client ${words.filter(Boolean).join(', ')}`, timeLimit, async (t) => {
      const { path } = temporaryFolder(t, { '.minutes/weekly.md': weeklyTemplate });
      const connection = startServer(t);
      const published = createEventLog<string>();
      const registered: string[] = [];
      let count = 0;
      connection.onNotification(PublishDiagnosticsNotification.type, ({ uri }) => {
        count++;
        published.add(uri);
      });
      connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
        registered.push(...registrations.map(({ method }) => method));
      });
      connection.listen();
      const { capabilities } = await connection.sendRequest<InitializeResult>(
        InitializeRequest.method,
        {
          processId: null,
          rootUri: null,
          workspaceFolders: [{ uri: uriOf(path), name: path }],
          capabilities: {
            textDocument: pulls ? { diagnostic: { dynamicRegistration: registers } } : {},
          },
          initializationOptions: push ? { pushDiagnostics: true } : undefined,
        },
      );
      await connection.sendNotification(InitializedNotification.type, {});
      const uri = uriOf(path, name);
      await open(connection, uri);
      const isPulled = pulls && !push;
      if (isPulled) {
        assert.equal((await pull(connection, uri)).length, 1);
        assert.equal(count, 0);
      } else {
        await published.take((each) => each === uri);
        await assert.rejects(pull(connection, uri), hasCode(ErrorCodes.MethodNotFound));
      }
      assert.equal(capabilities.diagnosticProvider !== undefined, isPulled && !registers);
      assert.equal(registered.includes('textDocument/diagnostic'), isPulled && registers);
    });
  }
});
