import { join } from 'node:path';
import { test } from 'node:test';
import { fileHolds } from '../../support/file-holds.ts';
import { openWorkbench } from '../../support/workbench.ts';
import { weeklyFolder } from './weekly-folder.ts';

test('somebody who hides the templates reads which one applies and why, and chooses another', async (t) => {
  const folder = weeklyFolder();
  const settings = { 'files.exclude': { '**/.minutes': true } };
  const workbench = await openWorkbench({ folder, settings });
  t.after(() => workbench.close());
  await workbench.openFile('2018-06-26.md');
  await workbench.squiggles('warning').first().waitFor();
  const before = await workbench.languageStatus('Weekly');
  await before.getByText('Claims “*.md”').waitFor();
  await workbench.screenshot('status');
  await workbench.page.keyboard.press('Escape');
  await workbench.runCommandAndPick(
    'Meeting Minutes: Choose Template',
    'community-call',
    'All files that match *.md',
  );
  const after = await workbench.languageStatus('community-call');
  await after.getByText('Chosen by your settings for “*.md”').waitFor();
  await fileHolds(join(folder, '.vscode/settings.json'), /"template": "community-call"/);
});
