import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CodeLensRefreshRequest,
  Command,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  SemanticTokensRefreshRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type Registration,
} from 'vscode-languageserver-protocol/node';
import manifest from '../../package.json' with { type: 'json' };
import { checkout } from '../../tools/checkout.ts';
import { assertBuilt } from './built-programs.ts';
import { createEventLog } from './event-log.ts';

/** What an editor of today can, VS Code above all. */
export const richCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    textDocumentContent: { dynamicRegistration: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    diagnostic: {
      dynamicRegistration: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** How a client introduces itself. */
export interface ClientOptions {
  /** Paths of the workspace folders; none for a client without folders. */
  readonly folders: readonly string[];
  /** URIs of further workspace folders. */
  readonly virtualFolders?: readonly string[];
  readonly capabilities: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The answer to `workspace/configuration`. */
  readonly settings?: unknown;
}

/** A client of the built language server, over stdio. */
export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly server: InitializeResult;
  /** What the server registered since the start. */
  readonly registrations: readonly Registration[];
  /** Changes the answer to `workspace/configuration`. */
  answerSettings(settings: unknown): void;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Replaces a range, or the whole text where it is left out. */
  change(uri: string, version: number, text: string, range?: Range): Promise<void>;
  close(uri: string): Promise<void>;
  /** Pulls the diagnostics of a document. */
  pull(uri: string): Promise<readonly Diagnostic[]>;
  /** Resolves with the next published diagnostics of a document that fit. */
  published(
    uri: string,
    fits?: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<readonly Diagnostic[]>;
  actions(uri: string, range: Range, only?: readonly string[]): Promise<readonly CodeAction[]>;
  /** Resolves when the server next asks to register something or to refresh diagnostics or lenses. */
  asked(method: string): Promise<void>;
  /** Shuts the server down where it still runs, and returns its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built server for a test, at whose end it is shut down, and introduces the client. */
export async function startLspClient(
  test: TestContext,
  options: ClientOptions,
): Promise<LspClient> {
  assertBuilt();
  const program = join(checkout, manifest.bin['minutes-language-server']);
  const process = spawn(globalThis.process.execPath, [program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => process.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(process.stdout),
    new StreamMessageWriter(process.stdin),
  );
  const registrations: Registration[] = [];
  const published = createEventLog<PublishDiagnosticsParams>();
  const asked = createEventLog<string>();
  let { settings } = options;

  let isIntroduced = false;
  connection.onRequest(RegistrationRequest.type, (params) => {
    assert.ok(isIntroduced, 'The server registers before it has answered `initialize`');
    registrations.push(...params.registrations);
    asked.add(RegistrationRequest.method);
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings ?? null));
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    asked.add(DiagnosticRefreshRequest.method);
  });
  connection.onRequest(CodeLensRefreshRequest.type, () => {
    asked.add(CodeLensRefreshRequest.method);
  });
  connection.onRequest(SemanticTokensRefreshRequest.type, () => {
    asked.add(SemanticTokensRefreshRequest.method);
  });
  connection.onNotification(PublishDiagnosticsNotification.type, published.add);
  connection.listen();

  // A server killed in the middle of a message would leave the reader waiting for its end, and the test running.
  const shutDown = async (): Promise<number | null> => {
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    return ended;
  };
  const stop = async (): Promise<number | null> => {
    const code = await Promise.race([ended, shutDown()]);
    connection.dispose();
    return code;
  };
  test.after(stop, { timeout: 20_000 });

  const introduced = connection.sendRequest<InitializeResult>(InitializeRequest.method, {
    processId: globalThis.process.pid,
    rootUri: null,
    capabilities: options.capabilities,
    initializationOptions: options.initializationOptions,
    workspaceFolders: [
      ...options.folders.map((path) => uriOf(path)),
      ...(options.virtualFolders ?? []),
    ].map((uri) => ({ uri, name: uri })),
  });
  const server = await Promise.race([
    introduced,
    ended.then((code) => assert.fail(`The server ended at once with ${String(code)}`)),
  ]);
  isIntroduced = true;
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    connection,
    server,
    registrations,
    answerSettings: (changed) => (settings = changed),
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, text, range) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [range === undefined ? { text } : { range, text }],
      }),
    close: (uri) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    async pull(uri) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
      });
      assert.ok(report.kind === DocumentDiagnosticReportKind.Full);
      return report.items;
    },
    async published(uri, fits = () => true) {
      const params = await published.take((each) => each.uri === uri && fits(each));
      return params.diagnostics;
    },
    async actions(uri, range, only) {
      const actions = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only: [...only] }) },
      });
      return (actions ?? []).flatMap((action) => (Command.is(action) ? [] : [action]));
    },
    asked: async (method) => {
      await asked.take((each) => each === method);
    },
    stop,
  };
}

/** Returns the message of a diagnostic; nothing where there is none. */
export function messageOf(diagnostic: Diagnostic | undefined): string {
  const { message = '' } = diagnostic ?? {};
  return typeof message === 'string' ? message : message.value;
}

/** Returns the URI of a path. */
export function uriOf(...path: string[]): string {
  return pathToFileURL(join(...path)).href;
}
