import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchFolder } from '../../support/checkout.ts';
import { openWorkbench } from '../../support/workbench.ts';

test('a Markdown file opens in the editor', async (t) => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'weekly.md'), '# Weekly 2026-03-05\n\n## Agenda\n\n- Budget\n');
  const workbench = await openWorkbench({ folder });
  t.after(() => workbench.close());
  await workbench.openFile('weekly.md');
  await workbench.lines.filter({ hasText: 'Weekly 2026-03-05' }).waitFor();
  await workbench.goToLine(5);
  await workbench.type('- Rooms\n');
  await workbench.lines.filter({ hasText: 'Rooms' }).waitFor();
  await workbench.screenshot('open-minutes');
  assert.equal(await workbench.squiggles('error').count(), 0);
});
