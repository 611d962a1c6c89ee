import { join } from 'node:path';
import { test } from 'node:test';
import { fileHolds } from '../../support/file-holds.ts';
import type { Workbench } from '../../support/workbench.ts';
import { shareWorkbench, type Beginning } from './share-workbench.ts';

const path = '2018-06-26.md';
const minutes = `# Weekly 2018-06-26

## Agenda

- Updates

## Updates

### Lanterns - Ada Quill

- Lit the pier.

## Roadmap

When? | What?
------|------
*Soon* | - Piers
|| of oak
*Next* | - Buoys

## Next Steps

- Meet again.
`;

const begin = shareWorkbench();

test('somebody writes a list by Enter, Shift+Enter, Tab and Backspace', async () => {
  const { workbench, folder } = await open();
  await press(workbench, 'Enter', 'Ln 12, Col 3');
  await workbench.type('Red');
  await press(workbench, 'Enter', 'Ln 13, Col 3');
  await press(workbench, 'Tab', 'Ln 13, Col 5');
  await workbench.type('North');
  await press(workbench, 'Shift+Enter', 'Ln 14, Col 5');
  await workbench.type('and south');
  await press(workbench, 'Enter', 'Ln 15, Col 5');
  await press(workbench, 'Enter', 'Ln 15, Col 3');
  await workbench.type('Green');
  await press(workbench, 'Enter', 'Ln 16, Col 3');
  await press(workbench, 'Backspace', 'Ln 16, Col 2');
  await press(workbench, 'Backspace', 'Ln 16, Col 1');
  await workbench.screenshot('list');
  await workbench.save();
  const written = '- Lit the pier.\n- Red\n  - North\n    and south\n- Green\n\n\n## Roadmap';
  await fileHolds(join(folder, path), new RegExp(escaped(written)));
});

test('an input method chooses a letter by Enter and Tab, and nothing else happens', async () => {
  const { workbench, folder } = await open();
  const { page } = workbench;
  const session = await page.context().newCDPSession(page);
  const compose = (text: string): Promise<unknown> =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await compose('に');
  await workbench.lines.filter({ hasText: 'pier.に' }).waitFor();
  for (const code of ['Enter', 'Tab']) {
    // As Chromium reports a key that the input method takes.
    const key = { key: 'Process', code, windowsVirtualKeyCode: 229 };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }
  await compose('日');
  await session.send('Input.insertText', { text: '日本' });
  await workbench.lines.filter({ hasText: 'pier.日本' }).waitFor();
  await workbench.screenshot('input-method');
  await workbench.save();
  await fileHolds(join(folder, path), /- Lit the pier\.日本\n\n## Roadmap/);
});

test('somebody moves a row with what continues it, and takes it back by one undo', async () => {
  const { workbench, folder } = await open();
  const { page } = workbench;
  await workbench.goToLine(17);
  await untilOffered(workbench, 'Move Row to Another Horizon');
  await press(workbench, 'End', 'Ln 17, Col 17');
  await page.keyboard.press('Control+Alt+m');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: '*Next*' }).click();
  await page.locator('.statusbar-item', { hasText: 'Ln 19, Col' }).waitFor();
  await workbench.screenshot('row-moved');
  await workbench.save();
  await fileHolds(
    join(folder, path),
    /\*Soon\* \|\n\*Next\* \| - Buoys\n\|\| - Piers\n\|\| of oak\n/,
  );
  await page.keyboard.press('Control+z');
  await workbench.lines.filter({ hasText: /\*Soon\*.\|.-.Piers/ }).waitFor();
  await workbench.save();
  await fileHolds(join(folder, path), new RegExp(`^${escaped(minutes)}$`));
});

test('an evening of writing, nesting, pasting, undoing and tabbing leaves the text that was meant', async () => {
  const { workbench, folder } = await open();
  const { page, lines } = workbench;
  await press(workbench, 'Enter', 'Ln 12, Col 3');
  await workbench.type('Red lamp');
  await press(workbench, 'Enter', 'Ln 13, Col 3');
  await press(workbench, 'Tab', 'Ln 13, Col 5');
  await workbench.type('North side');
  await press(workbench, 'Enter', 'Ln 14, Col 5');
  await press(workbench, 'Shift+Tab', 'Ln 14, Col 3');
  await workbench.type('Thanked ');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(`navigator.clipboard.writeText('Kim')`);
  await page.keyboard.press('Control+v');
  await lines.filter({ hasText: 'Thanked Kim' }).waitFor();
  await workbench.type(' wrongly');
  await lines.filter({ hasText: 'wrongly' }).waitFor();
  await page.keyboard.press('Control+z');
  await lines.filter({ hasText: 'wrongly' }).waitFor({ state: 'detached' });
  await workbench.goToLine(21);
  await press(workbench, 'End', 'Ln 21, Col 10');
  await untilOffered(workbench, 'Go to Next Cell');
  await press(workbench, 'Tab', 'Ln 22, Col 7');
  await press(workbench, 'Tab', 'Ln 22, Col 17');
  await workbench.type(' and chains');
  await lines.filter({ hasText: 'and chains' }).waitFor();
  await workbench.save();
  const meant = minutes
    .replace('- Lit the pier.', '- Lit the pier.\n- Red lamp\n  - North side\n- Thanked Kim')
    .replace('- Buoys', '- Buoys and chains');
  await fileHolds(join(folder, path), new RegExp(`^${escaped(meant)}$`));
});

/** Opens the minutes with the caret after what Lanterns wrote. */
async function open(): Promise<Beginning> {
  const { workbench, folder } = await begin({ [path]: minutes });
  await workbench.openFile(path);
  await workbench.page.locator('.codelens-decoration', { hasText: 'teams reported' }).waitFor();
  await workbench.goToLine(11);
  await workbench.page.keyboard.press('End');
  await workbench.page.locator('.statusbar-item', { hasText: 'Ln 11, Col 16' }).waitFor();
  await untilOffered(workbench, 'Indent List Item');
  return { workbench, folder };
}

/** Presses a key, and waits until the cursor is where it leads. */
async function press({ page }: Workbench, key: string, place: string): Promise<void> {
  await page.keyboard.press(key);
  await page.locator('.statusbar-item', { hasText: new RegExp(`^${place}(?!\\d)`) }).waitFor();
}

/** Waits until VS Code knows that the cursor is where a command is of use, which it learns from the extension. */
async function untilOffered({ page }: Workbench, command: string): Promise<void> {
  const palette = page.locator('.quick-input-widget');
  for (let isOffered = false; !isOffered;) {
    await page.keyboard.press('F1');
    await palette.locator('input').fill(`>Meeting Minutes: ${command}`);
    await palette.locator('.monaco-list-row').first().waitFor();
    isOffered = (await palette.locator('.monaco-list-row', { hasText: command }).count()) > 0;
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
