import { join } from 'node:path';
import { test } from 'node:test';
import { fileHolds } from '../../support/file-holds.ts';
import { appears, openWorkbench, type Workbench } from '../../support/workbench.ts';
import { weeklyFolder } from './weekly-folder.ts';

test('somebody opens minutes, sees what is missing, and has it inserted', async (t) => {
  const folder = weeklyFolder();
  const workbench = await openWorkbench({ folder });
  t.after(() => workbench.close());
  await workbench.openFile('2018-06-26.md');
  const squiggles = workbench.squiggles('warning');
  await squiggles.first().waitFor();
  const hover = await workbench.hover(squiggles);
  await hover.getByText('The template requires the section “Next Steps”').waitFor();
  await hover.getByText('Meeting Minutes (Weekly)').first().waitFor();
  await hover.getByRole('link', { name: 'missing-section' }).first().waitFor();
  await hover.getByText('weekly.md').first().waitFor();
  await workbench.screenshot('squiggle');

  await workbench.goToLine(11);
  await workbench.page.keyboard.press('End');
  const fixes = await workbench.openQuickFixes();
  await fixes.filter({ hasText: 'Insert section “Next Steps”' }).click();
  await workbench.lines.filter({ hasText: '## Next Steps' }).waitFor();
  await workbench.save();
  await fileHolds(join(folder, '2018-06-26.md'), /- Lit the pier\.\n\n## Next Steps\n$/);
});

test('somebody saves, and all that is safe to fix is fixed', async (t) => {
  const folder = weeklyFolder();
  const workbench = await openWorkbench({
    folder,
    settings: { 'editor.codeActionsOnSave': { 'source.fixAll.minutes': 'explicit' } },
  });
  t.after(() => workbench.close());
  await workbench.openFile('2018-06-26.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.goToLine(11);
  await workbench.page.keyboard.press('End');
  await workbench.type(' Again.');
  await saveUntilShown(workbench, '## Next Steps');
  await fileHolds(join(folder, '2018-06-26.md'), /pier\. Again\.\n[^]*## Next Steps\n/);
});

/** Saves as someone does who sees nothing happen: VS Code drops a save's code actions if any extension registers some in the meantime. */
async function saveUntilShown(workbench: Workbench, line: string): Promise<void> {
  const shown = workbench.lines.filter({ hasText: line });
  for (let tries = 0; tries < 3; tries++) {
    await workbench.save();
    if (await appears(shown)) return;
  }
  throw new Error(`No save brings “${line}”.`);
}
