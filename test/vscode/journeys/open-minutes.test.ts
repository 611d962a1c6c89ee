import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareWorkbench } from './share-workbench.ts';

const begin = shareWorkbench({
  '.minutes/weekly.md': '# Not a template\n',
  'plain.md': '# Weekly 2026-03-05\n\n## Agenda\n\n- Budget\n',
});

test('a Markdown file opens in the editor', async () => {
  const { workbench } = await begin();
  await workbench.openFile('plain.md');
  await workbench.lines.filter({ hasText: 'Weekly 2026-03-05' }).waitFor();
  await workbench.goToLine(5);
  await workbench.type('- Rooms\n');
  await workbench.lines.filter({ hasText: 'Rooms' }).waitFor();
  await workbench.screenshot('open-minutes');
  assert.equal(await workbench.squiggles('error').count(), 0);
});

test('nothing is said of Markdown in a folder without templates', async () => {
  const { workbench } = await begin();
  await workbench.openFile('2018-06-26.md');
  const status = await workbench.languageStatus('Markdown');
  assert.doesNotMatch((await status.textContent()) ?? '', /template/i);
  assert.equal(await workbench.squiggles('warning').count(), 0);
});
