import { join } from 'node:path';
import { test } from 'node:test';
import { fileHolds } from '../../support/file-holds.ts';
import { appears, type Workbench } from '../../support/workbench.ts';
import { shareWorkbench } from './share-workbench.ts';

const begin = shareWorkbench();

test('somebody opens minutes, sees what is missing, and has it inserted', async () => {
  const { workbench, folder } = await begin();
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
  await workbench.screenshot('repairs');
  await fixes.filter({ hasText: 'Insert section “Next Steps”' }).click();
  await workbench.lines.filter({ hasText: '## Next Steps' }).waitFor();
  await workbench.save();
  await fileHolds(join(folder, '2018-06-26.md'), /- Lit the pier\.\n\n## Next Steps\n$/);
});

test('somebody saves, and all that is safe to fix is fixed', async () => {
  const settings = { 'editor.codeActionsOnSave': { 'source.fixAll.minutes': 'explicit' } };
  const { workbench, folder } = await begin({ '.vscode/settings.json': JSON.stringify(settings) });
  await workbench.openFile('2018-06-26.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.goToLine(11);
  await workbench.page.keyboard.press('End');
  await workbench.type(' Again.');
  await saveUntilShown(workbench, '## Next Steps');
  await fileHolds(join(folder, '2018-06-26.md'), /pier\. Again\.\n[^]*## Next Steps\n/);
});

test('somebody inserts a team by a command, where it belongs', async () => {
  const { workbench } = await begin();
  await workbench.openFile('2018-06-26.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.runCommandAndPick('Meeting Minutes: Insert Team Section', 'Harbour');
  await workbench.lines.filter({ hasText: '### Harbour - Bo Marsh' }).waitFor();
  await workbench.screenshot('insert-team');
});

test('somebody inserts a team by its snippet', async () => {
  const { workbench } = await begin();
  await workbench.openFile('2018-06-26.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.goToLine(12);
  await workbench.type('\nminutesTeam');
  await workbench.page.keyboard.press('Control+Space');
  const suggestions = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
  await suggestions.filter({ hasText: 'minutesTeam Harbour' }).click();
  await workbench.screenshot('snippet');
  await workbench.lines.filter({ hasText: '### Harbour - Bo Marsh' }).waitFor();
});

test('somebody types # and writes a team and a section from what is offered', async () => {
  const { workbench, folder } = await begin();
  const { page } = workbench;
  await workbench.openFile('2018-06-26.md');
  await workbench.squiggles('warning').first().waitFor();
  const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
  const caret = page.locator('.statusbar-item');

  await workbench.goToLine(12);
  await workbench.type('\n#');
  await suggestions.filter({ hasText: '### Harbour - Bo Marsh' }).waitFor();
  await workbench.screenshot('complete-heading');
  await suggestions.filter({ hasText: '### Harbour - Bo Marsh' }).click();
  await caret.filter({ hasText: 'Ln 15, Col 21 (18 selected)' }).waitFor();
  await workbench.type('Dredged.');
  await page.keyboard.press('Tab');
  await caret.filter({ hasText: 'Ln 15, Col 11' }).waitFor();
  // By then the editor also knows from the extension that the cursor is in a list.
  await page.locator('.codelens-decoration', { hasText: '2 of 2 teams reported' }).waitFor();

  for (const place of ['Ln 16, Col 3', 'Ln 16, Col 1', 'Ln 17, Col 1']) {
    await page.keyboard.press('Enter');
    await caret.filter({ hasText: place }).waitFor();
  }
  await workbench.type('#');
  await suggestions.filter({ hasText: '## Next Steps' }).waitFor();
  await page.keyboard.press('Enter');
  await workbench.lines.filter({ hasText: '## Next Steps' }).waitFor();
  await workbench.type('- Meet again.');
  await workbench.screenshot('completed-heading');
  await workbench.save();
  const written = /### Harbour - Bo Marsh\n\n- Dredged\.\n\n## Next Steps\n\n- Meet again\.\n?$/;
  await fileHolds(join(folder, '2018-06-26.md'), written);
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
