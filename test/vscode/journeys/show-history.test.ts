import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openWorkbench } from '../../support/workbench.ts';
import { weeklyFolder } from './weekly-folder.ts';

const minutes = (date: string, lead: string): string => `# Weekly ${date}

## Agenda

- Updates

## Updates

### Lanterns - ${lead}

- Lit the pier.

### Harbour - Bo Marsh

- Rope.

## Next Steps

- [ ] @bo: paint the hull
`;

test('somebody looks at the history of a series in Restricted Mode, and goes to the minutes from a picture', async (t) => {
  const workbench = await openWorkbench({
    folder: weeklyFolder({
      '2018-06-12.md': minutes('2018-06-12', 'Cy Dune'),
      '2018-06-19.md': minutes('2018-06-19', 'Ada Quill'),
      '2018-06-26.md': minutes('2018-06-26', 'Ada Quill'),
    }),
    restricted: true,
  });
  t.after(() => workbench.close());
  const { page } = workbench;
  await workbench.openFile('2018-06-26.md');
  await page.locator('.codelens-decoration', { hasText: 'teams reported' }).waitFor();
  await workbench.runCommand('Meeting Minutes: Show History');
  const outer = page.frameLocator('iframe.webview.ready');
  const panel = outer.frameLocator('iframe');
  await panel.locator('h1', { hasText: 'History: Weekly' }).waitFor();
  await panel.locator('#leads svg[role=img]').waitFor();
  await workbench.screenshot('history');

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
  const frame =
    page.frames().find((each) => each.url().includes('fake.html')) ?? page.frames().at(-1);
  assert.ok(frame !== undefined);
  await frame.evaluate(axe);
  const violations = await frame.evaluate(
    `axe.run('main', { preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join()))`,
  );
  assert.deepEqual(violations, []);

  await panel.locator('#reporting [data-mark="0"]').click();
  await page.locator('.tab.active', { hasText: '2018-06-12.md' }).waitFor();
});
