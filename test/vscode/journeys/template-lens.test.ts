import { test } from 'node:test';
import { openWorkbench } from '../../support/workbench.ts';
import { weeklyFolder } from './weekly-folder.ts';

test('somebody sees in a template which minutes use it, and goes to a finding of theirs', async (t) => {
  const workbench = await openWorkbench({
    folder: weeklyFolder({ '2018-07-03.md': '# Weekly 2018-07-03\n' }),
  });
  t.after(() => workbench.close());
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
