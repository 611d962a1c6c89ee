import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../tools/browser.ts';
import { cacheFolder, scratchFolder } from '../../tools/checkout.ts';
import {
  addLanguage,
  createProfile,
  startEditorServer,
  workbenchUrl,
  type EditorServer,
} from '../../tools/embedded-editor.ts';
import { installedExtensions } from '../../tools/package-extension.ts';

/** What a journey opens. */
export interface WorkbenchOptions {
  /** The absolute path of the folder; it is edited. */
  readonly folder: string;
  /** Leaves workspace trust on, so that the folder opens in Restricted Mode. */
  readonly restricted?: boolean;
  /** The language of extensions, such as `de`; the workbench itself stays English. */
  readonly locale?: string;
}

/** A page with the workbench of the embedded VS Code, in which the packaged extension is installed. */
export interface Workbench {
  readonly page: Page;
  /** Opens a file of the folder by its name, and waits until it can be edited. */
  openFile(name: string): Promise<void>;
  /** Runs a command by its title in the command palette. */
  runCommand(title: string): Promise<void>;
  /** Runs a command by its title, and picks an entry of each list that it then shows. */
  runCommandAndPick(title: string, ...entries: readonly string[]): Promise<void>;
  /** Opens the language status of the active editor, and returns the entry with the given text once it is there. */
  languageStatus(text: string): Promise<Locator>;
  /** Waits for the cursor's line to be the given one, from 1. */
  goToLine(line: number): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Saves the active file, and waits until it is saved. */
  save(): Promise<void>;
  /** The lines of the active editor that are in view. */
  readonly lines: Locator;
  /** The squiggles of one severity in the active editor. */
  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator;
  /** Points at a squiggle, and returns the hover that shows. */
  hover(target: Locator): Promise<Locator>;
  /** Opens the quick fixes at the cursor, and returns the entries. */
  openQuickFixes(): Promise<Locator>;
  /** Drops what is unsaved in the active file, and closes all editors. */
  closeEditors(): Promise<void>;
  /** Writes a picture of the page to `.cache/screenshots/`. */
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a folder in the embedded VS Code with the packaged extension, and waits until it is drawn. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  if (!existsSync(installedExtensions)) {
    throw new Error('The extension is not packaged: run "npm test -- --only package" first.');
  }
  const profile = {
    ...createProfile(scratchFolder()),
    extensions: installedExtensions,
  };
  const { folder, restricted = false, locale } = options;
  if (locale !== undefined) addLanguage(profile, locale);
  const server = await startEditorServer(profile, {
    forTests: [
      ...(restricted ? [] : ['--disable-workspace-trust']),
      ...(locale === undefined ? [] : ['--locale', locale]),
    ],
  });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(30_000);
  await page.goto(workbenchUrl(server, folder));
  await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
  return driveWorkbench(page, browser, server);
}

function driveWorkbench(page: Page, browser: Browser, server: EditorServer): Workbench {
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const palette = page.locator('.quick-input-widget');

  /** Opens the palette at an entry; right after the start it lacks the commands of extensions until it is opened again. */
  async function open(query: string, entry: string): Promise<void> {
    const row = palette.locator('.monaco-list-row', { hasText: entry }).first();
    for (let tries = 0; tries < 5; tries++) {
      await page.keyboard.press('F1');
      await palette.locator('input').fill(query);
      if (await appears(row)) return page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    }
    throw new Error(`The palette doesn’t have ${entry}.`);
  }

  async function pick(query: string, entry: string): Promise<void> {
    await open(query, entry);
    await palette.waitFor({ state: 'hidden' });
  }

  /** Opens a file; Quick Open at first lists the files that it found when it was last used. */
  async function openQuickly(name: string): Promise<void> {
    const entry = palette.locator('.monaco-list-row', { hasText: name }).first();
    for (let tries = 0; tries < 5; tries++) {
      await page.keyboard.press('F1');
      await palette.locator('input').fill(name);
      if (await appears(entry)) {
        await page.keyboard.press('Enter');
        return palette.waitFor({ state: 'hidden' });
      }
      await page.keyboard.press('Escape');
    }
    throw new Error(`Quick Open doesn’t find ${name}.`);
  }

  return {
    page,
    lines: editor.locator('.view-line'),
    squiggles: (severity) => editor.locator(`.squiggly-${severity}`),
    async openFile(name) {
      await openQuickly(name);
      await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
      await editor.locator('.view-line').first().waitFor();
      await editor.locator('.native-edit-context, textarea').first().focus();
    },
    async runCommand(title) {
      await pick(`>${title}`, title);
    },
    async runCommandAndPick(title, ...entries) {
      await open(`>${title}`, title);
      for (const entry of entries) {
        await palette.locator('.monaco-list-row', { hasText: entry }).first().click();
      }
      await palette.waitFor({ state: 'hidden' });
    },
    async languageStatus(text) {
      await page.locator('[id="status.languageStatus"]').click();
      const entry = page.locator('.hover-language-status', { hasText: text });
      await entry.waitFor();
      return entry;
    },
    async goToLine(line) {
      await pick(`:${line}`, 'line');
      await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
    },
    async type(text) {
      await page.keyboard.type(text);
    },
    async save() {
      await page.keyboard.press('Control+s');
      await page.locator('.tab.active:not(.dirty)').first().waitFor();
    },
    async hover(target) {
      const hover = page.locator('.monaco-hover:visible');
      // A code lens that comes late moves the target away from below the pointer.
      for (let tries = 0; tries < 5; tries++) {
        await page.mouse.move(0, 0);
        await target.first().hover({ force: true });
        if (await appears(hover)) return hover;
      }
      throw new Error('No hover shows.');
    },
    async openQuickFixes() {
      const entries = page.locator('.action-widget .monaco-list-row.action');
      // VS Code forgets them when an extension registers code actions in the meantime.
      for (let tries = 0; tries < 5; tries++) {
        await page.keyboard.press('Control+.');
        if (await appears(entries.first())) return entries;
      }
      throw new Error('No quick fixes show.');
    },
    async closeEditors() {
      await pick('>File: Revert File', 'File: Revert File');
      await page.locator('.tab.active:not(.dirty)').first().waitFor();
      await pick('>View: Close All Editors', 'View: Close All Editors');
      await page.locator('.tab').first().waitFor({ state: 'detached' });
    },
    async screenshot(name) {
      const path = join(cacheFolder('screenshots'), `${name}.png`);
      await page.screenshot({ path, animations: 'disabled' });
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Returns whether something shows in six seconds, so that someone who sees nothing happen tries again. */
export function appears(target: Locator): Promise<boolean> {
  return target.waitFor({ timeout: 6_000 }).then(
    () => true,
    () => false,
  );
}
