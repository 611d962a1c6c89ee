import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import type { Workbench } from '../../support/workbench.ts';
import { shareWorkbench } from './share-workbench.ts';
import { weeklyTemplate } from './weekly-folder.ts';

const template = weeklyTemplate.replace(
  '## Next Steps\n',
  `## Roadmap

When? | What?
------|------
*Soon* |
*Next* |

## Next Steps <!-- actions -->
`,
);

const minutes = (
  date: string,
  lead: string,
  next = '- Buoys\n|| and chains',
): string => `# Weekly ${date}

## Agenda

- Updates

## Updates

### Lanterns - ${lead}

- Lit the pier.

### Harbour - Bo Marsh

- Rope.

## Roadmap

When? | What?
------|------
*Soon* | - Piers
*Next* | ${next}

## Next Steps

- [ ] @bo: paint the hull
`;

const begin = shareWorkbench({ restricted: true });

test('somebody looks at the history of a series in Restricted Mode, and goes to the minutes from a picture', async () => {
  const { workbench, page, panel } = await openPanel('Show History');
  await panel.locator('h1', { hasText: 'History: Weekly' }).waitFor();
  await panel.locator('#leads svg[role=img]').waitFor();
  await panel.locator('#reporting [data-mark="0"]').waitFor();
  await workbench.screenshot('history');
  assert.deepEqual(await violationsIn(page), []);
  await panel.locator('#reporting [data-mark="0"]').click();
  await page.locator('.tab.active', { hasText: '2018-06-12.md' }).waitFor();
});

test('somebody moves an item on the roadmap board, types beside it, and undoes the move', async () => {
  const { workbench, page, panel } = await openPanel('Show Roadmap Board');
  const buoys = panel.getByRole('option', { name: 'Buoys and chains' });
  await buoys.click();
  await panel.locator('.badge', { hasText: 'New' }).waitFor();
  await panel.locator('.badge', { hasText: 'Gone from Next' }).waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await panel.getByRole('status').filter({ hasText: 'is in Soon now, 1 of 2' }).waitFor();
  await workbench.lines.filter({ hasText: '*Soon* | - Buoys' }).waitFor();
  await workbench.screenshot('roadmap-board');
  assert.deepEqual(await violationsIn(page), []);

  await panel
    .getByRole('option', { name: 'Piers' })
    .dragTo(buoys, { targetPosition: { x: 10, y: 2 } });
  await workbench.lines.filter({ hasText: '*Soon* | - Piers' }).waitFor();
  await panel.getByRole('status').filter({ hasText: '“Piers” is in Soon now' }).waitFor();

  await page.keyboard.press('Enter');
  await page.locator('.statusbar-item', { hasText: 'Ln 21' }).waitFor();
  await page.keyboard.press('Control+z');
  await workbench.lines.filter({ hasText: '*Soon* | - Buoys' }).waitFor();
  await page.keyboard.press('Control+z');
  await workbench.lines.filter({ hasText: '*Next* | - Buoys' }).waitFor();
  await panel.locator('.column', { hasText: 'Next' }).getByText('Buoys').waitFor();
  await workbench.goToLine(21);
  await page.keyboard.press('End');
  await workbench.type(' of oak');
  await panel.getByRole('option', { name: 'Piers of oak' }).waitFor();
});

test('somebody copies minutes for a mail, as HTML and text', async () => {
  const { workbench, page, panel } = await openPanel('Copy for Mail');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.locator('article h1', { hasText: 'Weekly 2018-06-26' }).waitFor();
  await panel.getByLabel('Only decisions and actions').check();
  await panel.locator('article', { hasText: 'paint the hull' }).waitFor();
  await panel.locator('article', { hasText: 'Lit the pier' }).waitFor({ state: 'detached' });
  await panel.getByRole('button', { name: 'Copy' }).click();
  await panel.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  await workbench.screenshot('copy-for-mail');
  assert.deepEqual(await violationsIn(page), []);
  const copied = await page.evaluate(
    `navigator.clipboard.read().then(async ([item]) => [await (await item.getType('text/html')).text(), await (await item.getType('text/plain')).text()])`,
  );
  assert.ok(Array.isArray(copied));
  assert.match(String(copied[0]), /<li[^>]*>.*paint the hull/s);
  assert.match(String(copied[1]), /paint the hull/);
});

/** Opens minutes of a series of three, and runs a command that opens a panel. */
async function openPanel(
  command: string,
): Promise<{ workbench: Workbench; page: Page; panel: FrameLocator }> {
  const { workbench } = await begin({
    '.minutes/weekly.md': template,
    '2018-06-12.md': minutes('2018-06-12', 'Cy Dune'),
    '2018-06-19.md': minutes('2018-06-19', 'Ada Quill', '- Ropes'),
    '2018-06-26.md': minutes('2018-06-26', 'Ada Quill'),
  });
  const { page } = workbench;
  await workbench.openFile('2018-06-26.md');
  await page.locator('.codelens-decoration', { hasText: 'teams reported' }).waitFor();
  await workbench.runCommand(`Meeting Minutes: ${command}`);
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
  return { workbench, page, panel };
}

/** Returns what axe finds wrong with the panel. */
async function violationsIn(page: Page): Promise<unknown> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
  const frame =
    page.frames().find((each) => each.url().includes('fake.html')) ?? page.frames().at(-1);
  assert.ok(frame !== undefined);
  await frame.evaluate(axe);
  return frame.evaluate(
    `axe.run('main', { preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join()))`,
  );
}
