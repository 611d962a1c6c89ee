import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileHolds } from '../../support/file-holds.ts';
import { shareWorkbench } from './share-workbench.ts';

const withoutTemplate = {
  '.minutes/weekly.md': '# Not a template\n',
  'plain.md': '# Weekly 2026-03-05\n\n## Agenda\n\n- Budget\n',
};

const begin = shareWorkbench();

test('somebody sees in a template which minutes use it, and goes to a finding of theirs', async () => {
  const { workbench } = await begin({ '2018-07-03.md': '# Weekly 2018-07-03\n' });
  const { page } = workbench;
  await workbench.openFile('weekly.md');
  const lens = page.locator('.codelens-decoration a', {
    hasText: 'used by the minutes of 2 meetings · 2 with findings',
  });
  await lens.click();
  const list = page.locator('.reference-zone-widget .ref-tree');
  await list.locator('.monaco-list-row', { hasText: '2018-06-26.md' }).waitFor();
  await workbench.screenshot('template-lens');
  await list.locator('.monaco-list-row.focused').dblclick();
  await page.locator('.tab.active[data-resource-name="2018-07-03.md"]').waitFor();
});

test('a template that is being typed leaves the findings of its minutes', async () => {
  const { workbench } = await begin();
  const { page } = workbench;
  await workbench.openFile('weekly.md');
  await workbench.runCommand('View: Split Editor Right');
  await workbench.openFile('2018-06-26.md');
  const minutes = page.locator('.editor-instance .monaco-editor').nth(1);
  await minutes.locator('.squiggly-warning').first().waitFor();
  await workbench.runCommand('View: Focus First Editor Group');
  await workbench.goToLine(16);
  await workbench.type('## Guests <!-- opt');
  await workbench.squiggles('error').first().waitFor();
  await workbench.screenshot('typed-template');
  assert.notEqual(await minutes.locator('.squiggly-warning').count(), 0);
});

test('a Markdown file opens in the editor', async () => {
  const { workbench } = await begin(withoutTemplate);
  await workbench.openFile('plain.md');
  await workbench.lines.filter({ hasText: 'Weekly 2026-03-05' }).waitFor();
  await workbench.goToLine(5);
  await workbench.type('- Rooms\n');
  await workbench.lines.filter({ hasText: 'Rooms' }).waitFor();
  await workbench.screenshot('open-minutes');
  assert.equal(await workbench.squiggles('error').count(), 0);
});

test('nothing is said of Markdown in a folder without templates', async () => {
  const { workbench } = await begin(withoutTemplate);
  await workbench.openFile('2018-06-26.md');
  const status = await workbench.languageStatus('Markdown');
  assert.doesNotMatch((await status.textContent()) ?? '', /template/i);
  assert.equal(await workbench.squiggles('warning').count(), 0);
});

test('somebody who hides the templates reads which one applies and why, and chooses another', async () => {
  const settings = { 'files.exclude': { '**/.minutes': true } };
  const { workbench, folder } = await begin({ '.vscode/settings.json': JSON.stringify(settings) });
  const explorer = workbench.page.locator('.explorer-folders-view');
  await explorer.getByText('.minutes').waitFor({ state: 'detached' });
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
