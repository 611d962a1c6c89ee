import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import type { Page } from 'playwright-core';
import { checkout } from './checkout.ts';

/** The extension's files on a port of loopback. */
export interface ExtensionServer {
  readonly url: URL;
  stop(): void;
}

/** Serves what the package would hold, and nothing else. */
export async function serveExtension(): Promise<ExtensionServer> {
  const files = new Set(await listFiles({ cwd: checkout, packageManager: PackageManager.None }));
  const server = createServer(({ url = '' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.slice(1);
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (files.has(path)) {
      response.setHeader('Content-Type', contentTypes[extname(path)] ?? 'text/plain');
      createReadStream(join(checkout, path)).pipe(response);
    } else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    // The extension host's content policy allows loopback by this name alone.
    url: new URL(`http://localhost:${address.port}/`),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
};

/** Has the workbench that a page will open take the served extension for one that it brings, as a web editor does. */
export async function addExtension(page: Page, { url }: ExtensionServer): Promise<void> {
  const location = { scheme: 'http', authority: url.host, path: url.pathname };
  await page.addInitScript(`
    document.addEventListener('readystatechange', () => {
      const { dataset } = document.getElementById('vscode-workbench-web-configuration') ?? {};
      if (!dataset) return;
      const settings = JSON.parse(dataset.settings);
      settings.additionalBuiltinExtensions = [${JSON.stringify(location)}];
      dataset.settings = JSON.stringify(settings);
    });
  `);
}
