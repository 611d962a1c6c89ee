import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkbench } from '../../support/workbench.ts';
import { weeklyFolder, weeklyTemplate } from './weekly-folder.ts';

const template = weeklyTemplate.replace('## Next Steps', '## Next Steps <!-- actions -->');
const minutes = `# Weekly 2018-06-26

## Agenda

- Updates

## Updates

### Lanterns - Ada Quill

- Lit the pier.

### Harbour - Bo Marsh

- Rope.

## Next Steps

- [ ] Ada Quill: order rope by 2018-07-03
- [ ] Bo Marsh: paint the hull
`;

test('somebody finds the own open action, marks it as done, and takes that back', async (t) => {
  const workbench = await openWorkbench({
    folder: weeklyFolder({ '.minutes/weekly.md': template, '2018-06-26.md': minutes }),
  });
  t.after(() => workbench.close());
  const { page, lines } = workbench;
  const entries = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row');
  await workbench.openFile('2018-06-26.md');
  await page.locator('.codelens-decoration', { hasText: 'teams reported' }).waitFor();
  await workbench.runCommand('Meeting Minutes: Focus on Open Actions View');
  const hull = entries.filter({ hasText: 'paint the hull' });
  await hull.waitFor();
  await entries.filter({ hasText: /order rope.*overdue 2018-07-03/ }).waitFor();
  await workbench.screenshot('open-actions');

  await workbench.runCommand('Meeting Minutes: Group Open Actions by Meeting');
  await entries
    .filter({ hasText: /^Weekly 2018-06-26/ })
    .first()
    .waitFor();
  await workbench.screenshot('open-actions-by-meeting');

  await hull.click();
  await page.locator('.statusbar-item', { hasText: 'Ln 20' }).waitFor();

  await hull.locator('.monaco-checkbox, .custom-view-tree-node-item-checkbox').first().click();
  await hull.waitFor({ state: 'detached' });
  await lines.filter({ hasText: '[x] Bo Marsh: paint the hull' }).waitFor();
  await workbench.screenshot('open-actions-done');

  await page.locator('.editor-instance .monaco-editor').first().click();
  await page.keyboard.press('Control+Z');
  await lines.filter({ hasText: '[ ] Bo Marsh: paint the hull' }).waitFor();
  await hull.waitFor();
  assert.equal(await entries.filter({ hasText: 'order rope' }).count(), 1);
});
