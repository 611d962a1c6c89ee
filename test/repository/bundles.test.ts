import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  constants,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
} from 'vscode-languageserver-protocol/node';
import { checkout } from '../../tools/checkout.ts';
import manifest from '../../package.json' with { type: 'json' };

const timeLimit = { timeout: 30_000 };

/** A client that, like most, answers no request before it has the server's capabilities. */
const client = {
  processId: null,
  rootUri: null,
  capabilities: { workspace: { workspaceFolders: true } },
};

suite('bundles', () => {
  test('the language server starts over stdio, and ends on request', timeLimit, async (t) => {
    const program = join(checkout, manifest.bin['minutes-language-server']);
    const server = spawn(process.execPath, [program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    t.after(() => server.kill());
    const ended = once(server, 'exit');
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const { capabilities } = await Promise.race([
      connection.sendRequest<InitializeResult>(InitializeRequest.method, client),
      ended.then((status) => assert.fail(`The server ended at once: ${status.join(', ')}`)),
    ]);
    assert.ok(capabilities.textDocumentSync);
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.deepEqual(await ended, [0, null]);
    connection.dispose();
  });

  test('the command line says its version', () => {
    const program = join(checkout, manifest.bin.minutes);
    const output = execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' });
    assert.equal(output.trim(), manifest.version);
  });

  test('what some runs compiled is kept for the next, whatever became of it', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'minutes-dist-'));
    t.after(() => {
      rmSync(folder, { recursive: true });
    });
    for (const name of ['minutes.js', 'command-line.cjs', 'package.json']) {
      copyFileSync(join(checkout, 'server/dist', name), join(folder, name));
    }
    const cache = join(folder, 'compile-cache');
    const run = (command = '--version'): string => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(folder, 'minutes.js'), command],
        { encoding: 'utf8' },
      );
      assert.deepEqual([status, stderr], [0, '']);
      return stdout.trim();
    };

    run();
    const [name = ''] = readdirSync(cache);
    const ofVersion = readFileSync(join(cache, name)).length;
    run('--help');
    const kept = readFileSync(join(cache, name));
    assert.ok(kept.length > ofVersion, 'a later run adds what it compiled');
    for (let count = 3; count <= 8; count++) assert.equal(run(), manifest.version);
    const ofEight = readFileSync(join(cache, name));
    assert.ok(ofEight.length >= kept.length, 'what an earlier run compiled stays');
    run('--help');
    assert.deepEqual(readFileSync(join(cache, name)), ofEight, 'later runs leave it alone');

    writeFileSync(join(cache, name), kept.subarray(0, kept.length / 2));
    assert.equal(run(), manifest.version);
    assert.ok(readFileSync(join(cache, name)).length > kept.length / 2, 'it is kept anew');

    rmSync(cache, { recursive: true });
    writeFileSync(cache, 'no folder');
    assert.equal(run(), manifest.version);
  });

  for (const program of Object.values(manifest.bin)) {
    test(`${program} can be started by its name`, () => {
      accessSync(join(checkout, program), constants.X_OK);
      assert.match(readFileSync(join(checkout, program), 'utf8'), /^#!\/usr\/bin\/env node\n/);
    });
  }

  for (const entry of [manifest.main, manifest.browser]) {
    test(`the extension's ${entry} loads`, () => {
      const extension: unknown = loadWithoutEditor(join(checkout, entry));
      assert.ok(typeof extension === 'object' && extension !== null && 'activate' in extension);
      assert.equal(typeof extension.activate, 'function');
    });
  }

  test('the web server starts in a worker without Node or a page', timeLimit, async () => {
    const answer = await initializeWorker(join(checkout, 'server/dist/browser/server.js'));
    assert.ok('result' in answer);
  });
});

/** Loads a bundle for the extension host; each name of its `vscode` is a class that does nothing. */
function loadWithoutEditor(bundle: string): unknown {
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      name === 'vscode' ? { url: 'stub:vscode', shortCircuit: true } : next(name, context),
    load: (url, context, next) =>
      url === 'stub:vscode'
        ? { format: 'commonjs', source: editorStub, shortCircuit: true }
        : next(url, context),
  });
  try {
    return createRequire(import.meta.url)(bundle);
  } finally {
    hooks.deregister();
  }
}

const editorStub = `
  class Anything {}
  const anything = new Proxy(Anything, {
    get: (target, name) => (name in target ? target[name] : anything),
    apply: () => anything,
  });
  module.exports = anything;
`;

/** Starts a worker's program as a worker would, and returns its answer to `initialize`. */
async function initializeWorker(bundle: string): Promise<object> {
  return new Promise((resolve) => {
    const worker = {
      onmessage(event: { readonly data: unknown }): void {
        assert.fail(`The worker does not listen for ${String(event.data)}.`);
      },
      postMessage(message: object): void {
        if ('id' in message && message.id === 1) resolve(message);
      },
      addEventListener: () => undefined,
      console,
      setTimeout,
      clearTimeout,
      queueMicrotask,
      TextEncoder,
      TextDecoder,
      URL,
      location: new URL('blob:http://127.0.0.1:8080/a-workbench-starts-workers-from-blobs'),
    };
    const globals = createContext(Object.assign(worker, { self: worker }));
    runInContext(readFileSync(bundle, 'utf8'), globals, { filename: bundle });
    const request = { jsonrpc: '2.0', id: 1, method: 'initialize', params: client };
    worker.onmessage({ data: request });
  });
}
