import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchBrowser } from '../../../tools/browser.ts';
import { scratchFolder } from '../../../tools/checkout.ts';
import { createProfile, startEditorServer, workbenchUrl } from '../../../tools/embedded-editor.ts';
import { addExtension, serveExtension } from '../../../tools/serve-extension.ts';
import { weeklyFolder } from './weekly-folder.ts';

test('in the browser’s extension host the server is a worker, reads files by the editor, and answers panels', async (t) => {
  const extension = await serveExtension();
  t.after(() => {
    extension.stop();
  });
  const server = await startEditorServer(createProfile(scratchFolder()), {
    forTests: ['--disable-workspace-trust'],
  });
  t.after(() => server.stop());
  const browser = await launchBrowser();
  t.after(() => browser.close());
  // The workbench's policy allows extensions of other origins over HTTPS alone.
  const page = await browser.newPage({ bypassCSP: true });
  page.setDefaultTimeout(60_000);
  await addExtension(page, extension);
  const worker = page.waitForResponse(/\/server\/dist\/browser\/server\.js$/);
  await page.goto(workbenchUrl(server, weeklyFolder()));
  await page.locator('.explorer-folders-view').getByText('2018-06-26.md').dblclick();
  assert.equal((await worker).status(), 200);
  await page.locator('.squiggly-warning').first().waitFor();

  await page.keyboard.press('F1');
  const palette = page.locator('.quick-input-widget');
  await palette.locator('input').fill('>Meeting Minutes: Show Roadmap Board');
  await palette.locator('.monaco-list-row', { hasText: 'Show Roadmap Board' }).first().waitFor();
  await page.keyboard.press('Enter');
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  await panel.locator('h1', { hasText: 'Roadmap: 2018-06-26.md' }).waitFor();
  await panel.getByText('These minutes have no roadmap.').waitFor();
});
