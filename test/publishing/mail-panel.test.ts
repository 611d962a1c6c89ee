import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { indexMinutes } from '../../server/src/core/meetings/indexed-minutes.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { minutesMail } from '../../server/src/core/publishing/mail.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { checkout } from '../../tools/checkout.ts';

const template = readTemplate('# Call {date}\n\n## Decisions <!-- decisions -->\n', 'call.md');
const text = `# Call 2026-10-06

| What | When |
|------|------|
| Rope | soon |

<img src=x onerror=alert(1)>

## Decisions

- We buy rope.
`;

test(
  'a mail is shown and copied as HTML and text, under a strict policy and without a violation of accessibility',
  { timeout: 60_000 },
  async (t) => {
    const minutes = indexMinutes('2026-10-06.md', text, '2026-10-06.md', template);
    const mail = minutesMail(text, minutes, template, 'all');
    const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'"><title>Mail</title><link rel="stylesheet" href="/mail.css"></head><body><main></main><script src="/mail.js"></script></body></html>`;
    // The clipboard is for secure origins alone, of which the machine itself is one.
    const server = createServer(({ url }, response) => {
      const file = /^\/(mail\.(?:css|js))$/.exec(url ?? '')?.[1];
      response.setHeader(
        'Content-Type',
        file?.endsWith('.css') ? 'text/css' : file === undefined ? 'text/html' : 'text/javascript',
      );
      response.end(
        file === undefined ? page : readFileSync(join(checkout, 'client/dist/webviews', file)),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await launchBrowser();
    t.after(async () => {
      await browser.close();
      server.close();
    });
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    const context = await browser.newContext({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const tab = await context.newPage();
    const problems: string[] = [];
    tab.on('console', (message) => {
      if (!message.text().includes('favicon')) problems.push(message.text());
    });
    tab.on('pageerror', (error) => problems.push(error.message));
    await tab.addInitScript(
      `globalThis.told = []; globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => told.push(message), getState: () => undefined, setState: () => undefined });`,
    );
    await tab.goto(`http://127.0.0.1:${String(address.port)}/`);
    const words = { copy: 'Copy', copied: 'Copied', failed: 'Failed', record: 'Only decisions' };
    const shown = { ...mail, uri: 'file:///2026-10-06.md', parts: 'all', words };
    await tab.evaluate(`window.postMessage(${JSON.stringify(shown)}, '*')`);
    await tab.getByRole('button', { name: 'Copy' }).waitFor();
    // What is copied has looks of its own, of which the browser says that it would not show them here.
    assert.deepEqual(problems, []);
    await tab.getByRole('button', { name: 'Copy' }).click();
    await tab.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const copied = await tab.evaluate(
      `navigator.clipboard.read().then(async ([item]) => [await (await item.getType('text/html')).text(), await (await item.getType('text/plain')).text()])`,
    );
    assert.ok(Array.isArray(copied));
    assert.match(String(copied[0]), /border-collapse/);
    assert.match(String(copied[1]), /\| Rope \| soon \|/);
    await tab.getByLabel('Only decisions').check();
    assert.deepEqual(await tab.evaluate('told'), [
      { kind: 'ready' },
      { kind: 'parts', parts: 'record' },
    ]);
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
    await tab.evaluate(axe);
    const violations = await tab.evaluate(
      `axe.run('article', { preload: false }).then(({ violations }) => violations.map(({ id }) => id))`,
    );
    assert.deepEqual(violations, []);
  },
);
