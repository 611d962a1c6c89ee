import { test } from 'node:test';
import { launchBrowser } from '../../support/browser.ts';
import { checkout, scratchFolder } from '../../support/checkout.ts';
import { createProfile, startEditorServer, workbenchUrl } from '../../support/embedded-editor.ts';
import { weeklyFolder } from './weekly-folder.ts';

test('in the browser’s extension host the server is a worker, and reads files by the editor', async (t) => {
  const server = await startEditorServer(createProfile(scratchFolder()), {
    forTests: ['--enable-smoke-test-driver', '--disable-workspace-trust'],
  });
  t.after(() => server.stop());
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(
    workbenchUrl(server, weeklyFolder(), {
      extensionDevelopmentPath: `vscode-remote://${server.url.host}${checkout}`,
      extensionDevelopmentKind: 'web',
    }),
  );
  await page.locator('.explorer-folders-view').getByText('2018-06-26.md').dblclick();
  await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
});
