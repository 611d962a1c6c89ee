import { test } from 'node:test';
import { openWorkbench } from '../../support/workbench.ts';
import { weeklyFolder } from './weekly-folder.ts';

test('in Restricted Mode the workspace’s settings choose no template, and that is said', async (t) => {
  const templates = [{ files: 'calls/*.md', template: 'community-call' }];
  const folder = weeklyFolder({
    '.vscode/settings.json': JSON.stringify({ 'minutes.templates': templates }),
    'calls/summer.md': '# Summer\n',
  });
  const workbench = await openWorkbench({ folder, restricted: true });
  t.after(() => workbench.close());
  await workbench.openFile('2018-06-26.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.languageStatus('Git is not used in Restricted Mode');
  await workbench.page.keyboard.press('Escape');

  await workbench.openFile('summer.md');
  await workbench.languageStatus('No template in the workspace claims this file');
  await workbench.page.getByText('The settings don’t choose templates here').waitFor();
  await workbench.screenshot('restricted-mode');
  await workbench.page.keyboard.press('Escape');

  await workbench.runCommand('Workspaces: Manage Workspace Trust');
  await workbench.page
    .locator('.workspace-trust-editor')
    .getByText('Trust', { exact: true })
    .click();
  await workbench.page.keyboard.press('Escape');
  await workbench.squiggles('warning').first().waitFor();
});
