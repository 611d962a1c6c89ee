import { join } from 'node:path';
import { test } from 'node:test';
import { fileHolds } from '../../support/file-holds.ts';
import { openWorkbench } from '../../support/workbench.ts';
import { weeklyFolder } from './weekly-folder.ts';

test('somebody applies a new team to later minutes, after a look at the preview', async (t) => {
  const lanterns = '### Lanterns - Ada Quill\n\n- Lit the pier.\n';
  const head = (date: string): string =>
    `# Weekly ${date}\n\n## Agenda\n\n- Updates\n\n## Updates\n\n`;
  const tail = '\n## Next Steps\n';
  const folder = weeklyFolder({
    '2018-06-19.md': head('2018-06-19') + lanterns + tail,
    '2018-06-27.md': `${head('2018-06-27')}${lanterns}\n### Buoys - Cy Fen\n\n- Counted.\n${tail}`,
    '2018-07-03.md': head('2018-07-03') + lanterns + tail,
  });
  const workbench = await openWorkbench({ folder });
  t.after(() => workbench.close());
  await workbench.openFile('2018-06-27.md');
  await workbench.squiggles('warning').first().waitFor();
  await workbench.runCommand('Meeting Minutes: Apply to Later Minutes');
  const preview = workbench.page.locator('.bulk-edit-panel');
  await preview.getByText('2018-07-03.md').first().waitFor();
  await preview.locator('.monaco-list-row', { hasText: 'Buoys' }).first().waitFor();
  await workbench.page
    .locator('.codelens-decoration', { hasText: '2 of 3 teams reported' })
    .waitFor();
  await workbench.screenshot('apply-to-later');
  await preview.locator('.edit-checkbox').first().check();
  await preview.getByRole('button', { name: 'Apply', exact: true }).click();
  await workbench.openFile('2018-07-03.md');
  await workbench.lines.filter({ hasText: '### Buoys - Cy Fen' }).waitFor();
  await workbench.save();
  await fileHolds(join(folder, '2018-07-03.md'), /pier\.\n\n### Buoys - Cy Fen\n/);
});
