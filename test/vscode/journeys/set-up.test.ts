import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileHolds } from '../../support/file-holds.ts';
import { openWorkbench } from '../../support/workbench.ts';
import { namedFolder } from './weekly-folder.ts';

/** Counts the clicks in the window; each command from the palette is one more. */
const countClicks = `
  globalThis.clicks = 0;
  document.addEventListener('pointerdown', () => globalThis.clicks++, { capture: true });
`;

test('somebody without a template sets up a folder, makes the next minutes, and repairs a finding with eight clicks', async (t) => {
  const folder = namedFolder();
  mkdirSync(join(folder, 'calls'));
  ['2026-01-06', '2026-01-13', '2026-01-20', '2026-01-27', '2026-02-03'].forEach((date, index) => {
    writeFileSync(join(folder, `calls/${date}-pier.md`), minutesOf(date, index));
  });
  const workbench = await openWorkbench({ folder });
  t.after(() => workbench.close());
  const { page } = workbench;
  const palette = page.locator('.quick-input-widget');

  await page.evaluate(countClicks);
  await workbench.runCommand('Meeting Minutes: Get Started');
  const step = page.locator('.getting-started-step.expanded');
  await step.getByText('Set up a folder').waitFor();
  await workbench.screenshot('walkthrough');
  await step.getByText('Set Up…').click();

  await page.locator('.tab[data-resource-name="pier.md"]').waitFor();
  await page.locator('.tab', { hasText: 'What it would find' }).waitFor();
  const create = page.locator('.codelens-decoration a', { hasText: 'Create' });
  await create.waitFor();
  await workbench.screenshot('set-up');
  await create.click();
  await page.locator('.tab', { hasText: 'What it would find' }).waitFor({ state: 'detached' });
  await fileHolds(join(folder, '.minutes/pier.md'), /## Guests <!-- optional -->/);

  await page.locator('.getting-started-step', { hasText: 'Make the next minutes' }).click();
  await step.getByText('New Minutes…').click();
  await palette.getByText('On Which Day?').waitFor();
  await palette.getByText('next meeting by the schedule').waitFor();
  await workbench.screenshot('choose-day');
  await palette.locator('.monaco-list-row').first().click();
  await palette.getByText('Carry Over from 2026-02-03-pier.md').waitFor();
  await workbench.screenshot('carry-over');
  await palette.getByRole('button', { name: 'OK' }).click();
  await workbench.lines.filter({ hasText: '- [ ] Bo: call the yard' }).waitFor();
  await workbench.type('- Ada Quill');
  await workbench.screenshot('new-minutes');

  await page.keyboard.press('Escape');
  await workbench.goToLine(7);
  await page.keyboard.press('End');
  await workbench.type('n');
  await workbench.squiggles('warning').first().waitFor();
  const fixes = await workbench.openQuickFixes();
  await fixes.filter({ hasText: 'Rename to “Actions”' }).click();
  await workbench.squiggles('warning').first().waitFor({ state: 'detached' });
  assert.equal(await page.evaluate<number>('globalThis.clicks + 1'), 8);
  await workbench.save();
});

/** Minutes of a call; the last leaves a task open. */
function minutesOf(date: string, index: number): string {
  return [
    `# Pier call ${date}`,
    '## Attendees',
    `- Ada Quill and guest ${index}`,
    ...(index === 1 ? [] : ['## Guests', `Somebody ${index}.`]),
    '## Actions',
    index === 4 ? '- [ ] Bo: call the yard' : `- [x] Bo: task ${index}`,
    '',
  ].join('\n\n');
}
