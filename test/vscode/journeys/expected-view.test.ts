import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkbench } from '../../support/workbench.ts';
import { weeklyFolder } from './weekly-folder.ts';

const minutes = `# Weekly 2018-06-26

## Agenda

- Updates

## Updates

### Lanterns - Ada Quill

- Lit the pier.

### Harbour - Bo Marsh

- [add updates here]
`;

test('somebody sees only what is missing or the own teams, and folds who has not reported', async (t) => {
  const workbench = await openWorkbench({
    folder: weeklyFolder({
      '2018-06-26.md': minutes,
      '2018-06-19.md': minutes.replace('06-26', '06-19'),
    }),
  });
  t.after(() => workbench.close());
  const { page, lines } = workbench;
  const entries = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row');
  await workbench.openFile('2018-06-26.md');
  await page.locator('.codelens-decoration', { hasText: 'teams reported' }).waitFor();
  await workbench.runCommand('Meeting Minutes: Focus on These Minutes View');
  await page.locator('.pane-header', { hasText: '1 of 2 teams reported' }).waitFor();
  await entries.filter({ hasText: 'Lanterns' }).waitFor();
  await entries
    .filter({ hasText: /^Weekly 2018-06-26/ })
    .first()
    .waitFor();
  await workbench.screenshot('views');

  await workbench.runCommand('Meeting Minutes: Show Only Missing Sections');
  await entries.filter({ hasText: 'Lanterns' }).waitFor({ state: 'detached' });
  await entries.filter({ hasText: /Harbour.*Bo Marsh, not filled in/ }).waitFor();
  await entries.filter({ hasText: /Next Steps.*missing/ }).waitFor();
  await workbench.screenshot('view-missing');

  await page.keyboard.press('F1');
  const palette = page.locator('.quick-input-widget');
  await palette.locator('input').fill('>Meeting Minutes: Show Only My Teams');
  await palette.locator('.monaco-list-row', { hasText: 'Show Only My Teams' }).first().click();
  await palette.locator('.quick-input-title', { hasText: 'Your Name' }).waitFor();
  await palette.locator('input').fill('ada');
  await page.keyboard.press('Enter');
  await entries.filter({ hasText: 'Lanterns' }).waitFor();
  await entries.filter({ hasText: 'Harbour' }).waitFor({ state: 'detached' });
  await workbench.screenshot('view-mine');

  await lines.filter({ hasText: '[add' }).waitFor();
  await workbench.runCommand('Meeting Minutes: Fold Empty Teams');
  await lines.filter({ hasText: '[add' }).waitFor({ state: 'detached' });
  assert.equal(await lines.filter({ hasText: 'Lit' }).count(), 1);
  await workbench.screenshot('empty-teams-folded');

  await workbench.runCommand('Meeting Minutes: Focus on Series View');
  const meetings = page.locator('.pane', { hasText: /Series/ }).locator('.monaco-list-row');
  await meetings.filter({ hasText: 'Weekly 2018-06-19' }).click();
  await page.locator('.tab.active', { hasText: '2018-06-19.md' }).waitFor();
  await lines.filter({ hasText: 'Weekly 2018-06-19' }).waitFor();
});

const translations = [
  {
    locale: 'de',
    missing: 'Die Vorlage verlangt den Abschnitt',
    reported: '1 von 2 Teams haben berichtet',
  },
  {
    locale: 'ja',
    missing: 'テンプレートではセクション',
    reported: '2 チーム中 1 チームが報告しました',
  },
];
for (const { locale, missing, reported } of translations) {
  test(`somebody whose VS Code speaks ${locale} reads findings, lenses and views in that language`, async (t) => {
    const workbench = await openWorkbench({
      folder: weeklyFolder({ '2018-06-26.md': minutes }),
      locale,
    });
    t.after(() => workbench.close());
    const { page } = workbench;
    await workbench.openFile('2018-06-26.md');
    await page.locator('.codelens-decoration', { hasText: reported }).waitFor();
    await page.locator('.activitybar .action-label[aria-label="Meeting Minutes"]').click();
    await page.locator('.pane-header', { hasText: reported }).waitFor();
    await workbench.runCommand('Problems: Focus on Problems View');
    await page.locator('.markers-panel .monaco-list-row', { hasText: missing }).waitFor();
    await workbench.screenshot(`language-${locale}`);
  });
}
