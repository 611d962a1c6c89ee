import { test } from 'node:test';
import { openWorkbench } from '../../support/workbench.ts';
import { weeklyFolder } from './weekly-folder.ts';

test('somebody inserts a team by a command, where it belongs', async (t) => {
  const workbench = await openWorkbench({ folder: weeklyFolder() });
  t.after(() => workbench.close());
  await workbench.openFile('2018-06-26.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.runCommandAndPick('Meeting Minutes: Insert Team Section', 'Harbour');
  await workbench.lines.filter({ hasText: '### Harbour - Bo Marsh' }).waitFor();
  await workbench.screenshot('insert-team');
});

test('somebody inserts a team by its snippet', async (t) => {
  const workbench = await openWorkbench({ folder: weeklyFolder() });
  t.after(() => workbench.close());
  await workbench.openFile('2018-06-26.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.goToLine(12);
  await workbench.type('\nminutes-team');
  await workbench.page.keyboard.press('Control+Space');
  const suggestions = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
  await suggestions.filter({ hasText: 'minutes-team Harbour' }).click();
  await workbench.screenshot('snippet');
  await workbench.lines.filter({ hasText: '### Harbour - Bo Marsh' }).waitFor();
});
