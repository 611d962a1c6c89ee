import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { moveItem } from '../../server/src/core/features/keys/move-row.ts';
import { roadmapBoard } from '../../server/src/core/features/roadmap-board.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { indexMinutes } from '../../server/src/core/meetings/indexed-minutes.ts';
import { seriesOf } from '../../server/src/core/meetings/series.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import type { BoardMessage, ShownBoard } from '../../server/src/protocol/board-messages.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { accessibilityViolations, openPanel, sendToPanel, takePicture } from '../support/panel.ts';

const template = readTemplate(
  '# Pier call {date}\n\n## Roadmap\n\nWhen? | What?\n---|---\nSoon |\nNext |\nLater |\n',
  'pier.md',
);

const before = `# Pier call 2026-10-06

## Roadmap

When? | What?
------|------
Soon | - Lanterns for the whole length of the pier, as agreed with the harbour
Next | - Buoys
|| and chains
Later | - Piers of oak
`;

const minutes = `# Pier call 2026-10-13

## Roadmap

When? | What?
------|------
Soon | - Lanterns for the whole length of the pier, as agreed with the harbour
|| - Buoys
|| and chains
Next | - <img src=x onerror=alert(1)> ropes
Later |
`;

const series = seriesOf([indexMinutes('2026-10-06.md', before, '2026-10-06.md', template)]);

/** Returns what the extension sends of a text. */
function shownOf(text: string, version: number): ShownBoard {
  const lines = createLineIndex(text);
  const board = roadmapBoard({
    minutes: readMinutes(parseMarkdown(text)),
    template,
    fileName: '2026-10-13.md',
    series,
    id: null,
  });
  return {
    kind: 'board',
    state: { uri: 'file:///pier/2026-10-13.md' },
    title: 'Roadmap: 2026-10-13.md',
    board: {
      ...board,
      version,
      tables: board.tables.map(({ name, columns }) => ({
        name,
        columns: columns.map(({ horizon, items }) => ({
          horizon,
          items: items.map(({ text: said, change, offset }) => {
            const { line, column } = lines.pointAt(offset);
            return { text: said, change, position: { line: line - 1, character: column - 1 } };
          }),
        })),
      })),
    },
    words: {
      keys: 'Arrow keys go from item to item, Alt with an arrow key moves the item.',
      nothing: 'No roadmap.',
      since: 'Compared with {0}.',
      isNew: 'New',
      movedFrom: 'Moved from {0}',
      gone: 'No Longer on the Roadmap',
      goneFrom: 'Gone from {0}',
      noHorizon: 'Without a Horizon',
      moved: '“{0}” is in {1} now, {2} of {3}.',
      failed: 'Nothing was moved.',
      toolbar: 'Move the selected item',
      left: 'Previous Horizon',
      right: 'Next Horizon',
      up: 'Up',
      down: 'Down',
      open: 'Go to Minutes',
    },
  };
}

/** Does what the extension does with the next move that the panel asks for; returns the new text. */
async function answerMove(page: Page, text: string, version: number): Promise<string> {
  await page.waitForFunction('told.some(({ kind }) => kind === "move")');
  const told = await page.evaluate<readonly BoardMessage[]>('told.splice(0)');
  const move = told.find((each) => each.kind === 'move');
  assert.ok(move?.kind === 'move');
  assert.equal(move.version, version);
  const { start } = createLineIndex(text).lineRange(move.position.line + 1);
  const moved = moveItem(
    parseMarkdown(text),
    start + move.position.character,
    move.column,
    move.place,
  );
  assert.ok(moved);
  const after = applyEdits(text, moved.edits);
  await sendToPanel(page, shownOf(after, version + 1));
  return after;
}

async function open(t: TestContext, width = 1000): Promise<Page> {
  const browser = await launchBrowser();
  t.after(() => browser.close());
  return browser.newPage({ viewport: { width, height: 700 } });
}

suite('roadmap board', { timeout: 120_000 }, () => {
  test('is drawn without a violation of accessibility or of the policy, in each theme and width', async (t) => {
    const browser = await launchBrowser();
    t.after(() => browser.close());
    for (const [theme, width, text] of [
      ['light', 1280, minutes],
      ['dark', 420, minutes],
      ['high-contrast', 900, minutes],
      ['light', 320, minutes],
      ['dark', 900, '# Pier call 2026-10-13\n'],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height: 700 } });
      const problems: string[] = [];
      page.on('console', (message) => problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      await openPanel(page, 'board', theme, shownOf(text, 1));
      const [first] = await page.locator('[role=option]').all();
      await first?.focus();
      await takePicture(page, `board-${theme}-${String(width)}`);
      assert.deepEqual(await accessibilityViolations(page), [], theme);
      assert.deepEqual(problems, []);
      await page.close();
    }
  });

  test('says in words what is new, moved and gone', async (t) => {
    const page = await open(t);
    await openPanel(page, 'board', 'light', shownOf(minutes, 1));
    assert.deepEqual(await page.locator('.badge').allTextContents(), [
      'Moved from Next',
      'New',
      'Gone from Later',
    ]);
    await page.getByText('Compared with 2026-10-06.').waitFor();
    await page.getByRole('option', { name: 'Buoys and chains Moved from Next' }).waitFor();
  });

  test('keys go from item to item, move an item, and say where it is', async (t) => {
    const page = await open(t);
    await openPanel(page, 'board', 'light', shownOf(minutes, 1));
    assert.equal(await page.locator('[role=option][tabindex="0"]').count(), 1);
    await page.locator('[role=option][tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+ArrowRight');
    const once = await answerMove(page, minutes, 1);
    const twice = await answerMove(page, once, 2);
    assert.match(twice, /^Later \| - Buoys\n\|\| and chains$/m);
    await page
      .getByRole('status')
      .filter({ hasText: '“Buoys and chains” is in Later now, 1 of 1.' })
      .waitFor();
    const focused = page.locator('[role=option]:focus');
    assert.match((await focused.textContent()) ?? '', /Buoys and chains/);
    await page.keyboard.press('ArrowLeft');
    await page.locator('[role=option]:focus', { hasText: 'ropes' }).waitFor();
    await page.keyboard.press('Enter');
    assert.deepEqual(await page.evaluate('told'), [
      { kind: 'open', position: { line: 7, character: 7 } },
    ]);
  });

  test('a pointer drags an item to a place, or moves it by a button', async (t) => {
    const page = await open(t);
    await openPanel(page, 'board', 'light', shownOf(minutes, 1));
    const ropes = page.getByRole('option', { name: /ropes/ });
    await ropes.dragTo(page.getByRole('option', { name: /Lanterns/ }), {
      targetPosition: { x: 20, y: 2 },
    });
    const dragged = await answerMove(page, minutes, 1);
    assert.match(dragged, /^Soon \| - <img[^\n]*ropes\n\|\| - Lanterns/m);
    assert.match(dragged, /^Next \|$/m);
    await page.getByRole('button', { name: 'Down' }).click();
    const lower = await answerMove(page, dragged, 2);
    assert.match(lower, /^Soon \| - Lanterns[^\n]*\n\|\| - <img/m);
  });

  test('a move that was not made is said to be none', async (t) => {
    const page = await open(t);
    await openPanel(page, 'board', 'light', shownOf(minutes, 1));
    await page.getByRole('button', { name: 'Next Horizon' }).click();
    await sendToPanel(page, { kind: 'failed' });
    await page.getByRole('status').filter({ hasText: 'Nothing was moved.' }).waitFor();
    await page.getByRole('button', { name: 'Next Horizon' }).click();
    await page.waitForFunction('told.filter(({ kind }) => kind === "move").length === 2');
  });
});
