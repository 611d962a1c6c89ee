import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import { cacheFolder } from '../../tools/checkout.ts';
import type { ServerProgram } from './peers.ts';
import { within } from './within.ts';

/** A language server that was started, with one document at a time. */
export interface LanguageServer {
  /** Opens a document and returns the milliseconds until its diagnostics are there. */
  open(path: string, text: string): Promise<number>;
  /** Puts text at an offset and returns the milliseconds until the diagnostics of that version are there. */
  insert(offset: number, text: string): Promise<number>;
  /** Sends edits at once and returns the milliseconds from the last until its diagnostics are there. */
  insertAll(offsets: readonly number[], text: string): Promise<number>;
  /** Resolves when the server has read the whole workspace. */
  readWorkspace(): Promise<void>;
  /** Returns the resident memory in MB. */
  memory(): number;
  /** Ends the server as an editor does, so that it can keep what it compiled; kills it where it doesn't end. */
  stop(): Promise<void>;
}

/** Starts a server in a folder; `startedAt` is when it was spawned, in milliseconds of `performance.now()`. */
export async function startServer(
  { command, args, pulls, configuration, parse }: ServerProgram,
  folder: string,
): Promise<LanguageServer & { readonly startedAt: number }> {
  const startedAt = performance.now();
  const env = { ...process.env, NODE_COMPILE_CACHE: cacheFolder('bench', 'compile-cache') };
  const child = spawn(command, args, { cwd: folder, stdio: 'pipe', env });
  child.stderr.resume();
  const connection = connect(child);
  child.stdin.on('error', () => {
    connection.dispose();
  });
  const root = pathToFileURL(folder).href;
  let document = { uri: '', version: 0, text: '' };

  answerRequests(connection, configuration, () => parse(document.text));
  const published = new Map<string, (version: number | undefined) => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: Published) => {
    published.get(uri)?.(version);
  });
  connection.listen();
  const initialized = connection.sendRequest('initialize', initializeParams(root, pulls));
  const takesRanges = changesOf(await within(10_000, initialized)) === incremental;
  await connection.sendNotification('initialized', {});
  if (configuration !== null) {
    await connection.sendNotification('workspace/didChangeConfiguration', {
      settings: configuration,
    });
  }

  const diagnostics = (): Promise<unknown> => {
    const { uri, version } = document;
    if (pulls) return connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    return new Promise<void>((resolve) => {
      published.set(uri, (told) => {
        if (told === undefined || told >= version) resolve();
      });
    });
  };
  const change = (offset: number, inserted: string): void => {
    const { uri, text, version } = document;
    const position = positionAt(text, offset);
    document = {
      uri,
      version: version + 1,
      text: text.slice(0, offset) + inserted + text.slice(offset),
    };
    const sent = connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: [
        takesRanges
          ? { range: { start: position, end: position }, text: inserted }
          : { text: document.text },
      ],
    });
    sent.catch(ignore);
  };

  return {
    startedAt,
    async open(path, text) {
      document = { uri: pathToFileURL(path).href, version: 1, text };
      const { uri } = document;
      const start = performance.now();
      const opening = connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      await Promise.all([diagnostics(), opening]);
      return performance.now() - start;
    },
    async insert(offset, text) {
      const start = performance.now();
      change(offset, text);
      await diagnostics();
      return performance.now() - start;
    },
    async insertAll(offsets, text) {
      for (const offset of offsets) change(offset, text);
      const start = performance.now();
      await diagnostics();
      return performance.now() - start;
    },
    async readWorkspace() {
      await connection.sendRequest('workspace/symbol', { query: 'nothing is called so' });
    },
    memory: () => residentMegabytes(child),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      const killing = setTimeout(() => child.kill('SIGKILL'), 3000);
      void connection
        .sendRequest('shutdown')
        .then(() => connection.sendNotification('exit'), ignore);
      await ended;
      clearTimeout(killing);
      connection.dispose();
    },
  };
}

/** A server that ends before it has read or answered has ended all the same. */
function ignore(): void {
  return undefined;
}

interface Published {
  readonly uri: string;
  readonly version?: number;
}

function connect(child: ChildProcessWithoutNullStreams): ProtocolConnection {
  return createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
}

function answerRequests(
  connection: ProtocolConnection,
  configuration: unknown,
  parse: () => unknown,
): void {
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => configuration ?? {}),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('markdown/parse', () => parse());
  connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => []);
  connection.onRequest('markdown/fs/readFile', () => []);
  connection.onRequest('markdown/fs/readDirectory', () => []);
  connection.onRequest('markdown/fs/stat', () => ({ isDirectory: false }));
  connection.onRequest('markdown/fs/watcher/create', () => null);
  connection.onRequest('markdown/fs/watcher/delete', () => null);
}

function initializeParams(root: string, pulls: boolean): object {
  return {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'bench' }],
    initializationOptions: { markdownFileExtensions: ['md'] },
    capabilities: {
      textDocument: {
        synchronization: { dynamicRegistration: true },
        publishDiagnostics: { versionSupport: true },
        ...(pulls && { diagnostic: { dynamicRegistration: true } }),
      },
      workspace: { workspaceFolders: true, configuration: true },
    },
  };
}

/** A server that says so takes changed ranges; any other takes the whole text, and would take a range's text for it. */
const incremental = 2;

/** Returns which changes a server asks for: LSP's `TextDocumentSyncKind`. */
function changesOf(initialized: unknown): unknown {
  const sync = valueIn(valueIn(initialized, 'capabilities'), 'textDocumentSync');
  return typeof sync === 'object' ? valueIn(sync, 'change') : sync;
}

function valueIn(object: unknown, key: string): unknown {
  const value: unknown =
    typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined;
  return value;
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  let line = 0;
  let start = 0;
  for (
    let next = text.indexOf('\n');
    next !== -1 && next < offset;
    next = text.indexOf('\n', start)
  ) {
    line++;
    start = next + 1;
  }
  return { line, character: offset - start };
}

function residentMegabytes({ pid }: ChildProcessWithoutNullStreams): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
