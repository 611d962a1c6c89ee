import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Workbench } from '../../support/workbench.ts';
import { shareWorkbench } from './share-workbench.ts';
import { weeklyTemplate } from './weekly-folder.ts';

const template = weeklyTemplate.replace('{team} -', '{team} ({status?}) -').replace(
  '## Next Steps\n',
  `## Roadmap

When? | What?
------|------
*Soon* |
*Next* |
`,
);

const minutes = `# Weekly 2018-06-26

## Agenda

- Updates

## Updates

### Lanterns (incubating) - Ada Quill

- [add updates here]

## Roadmap

When? | What?
------|------
*Soon* | - Piers
|| - Buoys
*Next* |
`;

const googleDocs =
  '<b style="font-weight:normal;"><h1>Plan</h1><ul><li>Lit</li><ul><li>red</li></ul></ul></b>';

const chat = '10:01:22 From Kim : the lamp is lit\n10:02:03 From Bo : who paints it?\n';

/** Notes where the top of a line is, each time that it is painted elsewhere. */
const watchLine = `
  globalThis.watchedTops = [];
  const watch = () => {
    const line = [...document.querySelectorAll('.view-line')].find((each) =>
      each.textContent.includes('Roadmap'),
    );
    const top = line === undefined ? undefined : Math.round(line.getBoundingClientRect().top);
    if (top !== undefined && top !== globalThis.watchedTops.at(-1)) globalThis.watchedTops.push(top);
    requestAnimationFrame(watch);
  };
  watch();
`;

const begin = shareWorkbench();

test('somebody tabs through the roadmap, adds a row, and undoes what was typed', async () => {
  const workbench = await openMinutes();
  const { page, lines } = workbench;
  await workbench.goToLine(17);
  await page.keyboard.press('End');
  await workbench.screenshot('table-before');
  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: 'Ln 18, Col 6' }).waitFor();
  await workbench.type('Ropes');
  await lines.filter({ hasText: 'Ropes' }).waitFor();
  await page.keyboard.press('Tab');
  await page.locator('.statusbar-item', { hasText: 'Ln 19, Col 3' }).waitFor();
  await page.keyboard.press('Tab');
  await page.locator('.statusbar-item', { hasText: 'Ln 19, Col 13' }).waitFor();
  await workbench.type(' Chains');
  await lines.filter({ hasText: 'Chains' }).waitFor();
  await workbench.screenshot('table-after');
  await page.keyboard.press('Control+z');
  await lines.filter({ hasText: '- Buoys' }).waitFor();
  assert.equal(await lines.filter({ hasText: 'Chains' }).count(), 0);
});

test('somebody runs through what is unfilled, and sees it in the view Minutes', async () => {
  const workbench = await openMinutes();
  const { page, lines } = workbench;
  await workbench.goToLine(1);
  await workbench.runCommand('Meeting Minutes: Go to Next Unfilled Part');
  await page.locator('.statusbar-item', { hasText: '(18 selected)' }).waitFor();
  await workbench.type('Lit.');
  await lines.filter({ hasText: 'Lit.' }).waitFor();
  await workbench.runCommand('Meeting Minutes: Focus on These Minutes View');
  await page.locator('.pane-header', { hasText: '1 of 2 teams reported' }).waitFor();
  const harbour = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', {
    hasText: 'Harbour',
  });
  await harbour.waitFor();
  await workbench.screenshot('expected-view');
  await harbour.click();
  await lines.filter({ hasText: '### Harbour - Bo Marsh' }).waitFor();
});

test('somebody pastes from a word processor', async () => {
  const workbench = await openMinutes();
  const { page, lines } = workbench;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.goToLine(11);
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Delete');
  await page.evaluate(`navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([${JSON.stringify(googleDocs)}], { type: 'text/html' }),
      'text/plain': new Blob(['Plan Lit red'], { type: 'text/plain' }),
    }),
  ])`);
  await page.keyboard.press('Control+v');
  await lines.filter({ hasText: '#### Plan' }).waitFor();
  await workbench.screenshot('paste');
  await lines.filter({ hasText: /^.{2}-.red/ }).waitFor();
});

test('somebody makes minutes from an agenda in the clipboard, of a day that is typed', async () => {
  const workbench = await openMinutes();
  const { page, lines } = workbench;
  const palette = page.locator('.quick-input-widget');
  const rows = palette.locator('.monaco-list-row');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`navigator.clipboard.writeText('1. Paint\\n   - which red?\\n2. Rope\\n')`);
  await page.keyboard.press('F1');
  await palette.locator('input').fill('>Meeting Minutes: New Minutes');
  await rows.filter({ hasText: 'New Minutes' }).first().click();
  await rows.filter({ hasText: 'Add an Agenda…' }).click();
  await rows.filter({ hasText: 'Paint · Rope' }).waitFor();
  await workbench.screenshot('choose-agenda');
  await rows.filter({ hasText: 'The Clipboard' }).click();
  await palette.getByText('New Minutes with 2 Topics').waitFor();
  await palette.locator('input').fill('30 Feb 2030');
  await rows.filter({ hasText: 'February 2030 has no day 30: it has 28 days.' }).waitFor();
  await workbench.screenshot('impossible-day');
  await palette.locator('input').fill('5 March 2030');
  await rows.filter({ hasText: 'Tuesday, March 5, 2030' }).click();
  await page.locator('.tab.active[data-resource-name="2030-03-05.md"]').waitFor();
  await lines.filter({ hasText: '- Paint' }).waitFor();
  await lines.filter({ hasText: /which.red/ }).waitFor();
  await lines.filter({ hasText: '- Rope' }).waitFor();
  await workbench.screenshot('minutes-of-agenda');
});

test('somebody chooses from the menu beside a pasted text to have it raw', async () => {
  const workbench = await openMinutes();
  const { page, lines } = workbench;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.goToLine(11);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(chat)})`);
  await page.keyboard.press('Control+v');
  await lines.filter({ hasText: 'Kim: the lamp is lit' }).waitFor();
  await page.locator('.post-edit-widget').click();
  await workbench.screenshot('paste-menu');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'plain text' }).first().click();
  await lines.filter({ hasText: '10:01:22 From Kim : the lamp is lit' }).waitFor();
});

test('the text moves once at most when minutes open, and not at all when they open again', async () => {
  const workbench = await openMinutes();
  const { page } = workbench;
  const roadmap = page.locator('.view-line', { hasText: '## Roadmap' });
  for (const most of [1, 0]) {
    await workbench.closeEditors();
    await page.evaluate(watchLine);
    await workbench.openFile('2018-06-26.md');
    await page.locator('.codelens-decoration', { hasText: 'teams reported' }).waitFor();
    await page.locator('.codelens-decoration', { hasText: 'not in earlier minutes' }).waitFor();
    await roadmap.waitFor();
    const tops = await page.evaluate<readonly number[]>('globalThis.watchedTops');
    assert.ok(tops.length >= 1 && tops.length - 1 <= most, `moves of the line: ${tops.join(', ')}`);
  }
});

test('somebody reads minutes in the preview', async () => {
  const workbench = await openMinutes(
    `${minutes}\n## Actions\n\n- [ ] @bo: paint the hull by 2018-07-03\n- [x] @ada: sail\n`,
  );
  const { page } = workbench;
  await workbench.runCommand('Markdown: Open Preview to the Side');
  await page.locator('iframe.webview').waitFor();
  await workbench.screenshot('preview-before');
  const preview = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await preview.locator('.minutes-team .minutes-lead', { hasText: 'Ada Quill' }).waitFor();
  await workbench.screenshot('preview');
  assert.equal(await preview.locator('.minutes-status').textContent(), 'incubating');
  assert.equal(await preview.locator('.minutes-roadmap td[rowspan="2"]').count(), 1);
  assert.equal(await preview.locator('.minutes-unfilled').count(), 1);
  const action = preview.locator('.minutes-open-action');
  assert.match((await action.textContent()) ?? '', /paint the hull .* overdue since 2018-07-03$/);
});

async function openMinutes(text = minutes): Promise<Workbench> {
  const { workbench } = await begin({
    '.minutes/weekly.md': template,
    '2018-06-26.md': text,
  });
  await workbench.openFile('2018-06-26.md');
  await workbench.page.locator('.codelens-decoration', { hasText: 'teams reported' }).waitFor();
  return workbench;
}
