import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cacheFolder, checkout } from '../../tools/checkout.ts';

const colors: Readonly<Record<string, readonly [background: string, text: string, link: string]>> =
  {
    light: ['#ffffff', '#3b3b3b', '#005fb8'],
    dark: ['#1f1f1f', '#cccccc', '#4daafc'],
    'high-contrast': ['#000000', '#ffffff', '#21a6ff'],
  };

/** Opens a panel's page as VS Code does: with its own variables, a strict policy, and a stand-in for the extension that keeps what it is told in `told`. */
export async function openPanel(
  page: Page,
  name: string,
  theme: string,
  shown: unknown,
): Promise<void> {
  const folder = `file://${join(checkout, 'client/dist/webviews')}`;
  await page.addInitScript(
    `globalThis.told = []; let state;
     globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => told.push(message), getState: () => state, setState: (next) => { state = next; } });`,
  );
  await page.route('file:///panel.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src file:; style-src file:"><title>Minutes</title><link rel="stylesheet" href="${folder}/${name}.css"></head><body><main></main><script src="${folder}/${name}.js"></script></body></html>`,
    }),
  );
  await page.goto('file:///panel.html');
  while ((await page.evaluate<number>('told.length')) === 0);
  await page.evaluate(
    `for (const [name, value] of Object.entries(${JSON.stringify(variablesOf(theme))})) document.documentElement.style.setProperty('--vscode-' + name, value)`,
  );
  await sendToPanel(page, shown);
  await page.locator('h1:not(:empty)').waitFor();
}

/** Sends a panel what the extension would. */
export async function sendToPanel(page: Page, message: unknown): Promise<void> {
  await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
}

/** Writes a picture of the whole page to `.cache/screenshots/`. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = cacheFolder('screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Returns what axe finds wrong with a page, each with the elements. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
  return page.evaluate(
    `axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.slice(0, 3).map(({ html }) => html).join()))`,
  );
}

function variablesOf(theme: string): Readonly<Record<string, string>> {
  const [background, text, link] = colors[theme] ?? ['#fff', '#000', '#00f'];
  const isLight = theme === 'light';
  const isDark = theme === 'dark';
  return {
    'editor-background': background,
    foreground: text,
    'textLink-foreground': link,
    'font-family': 'sans-serif',
    'font-size': '13px',
    'charts-blue': isLight ? '#1a85ff' : '#3794ff',
    'charts-orange': '#d18616',
    'charts-green': isLight ? '#388a34' : '#89d185',
    'charts-red': isLight ? '#e51400' : '#f14c4c',
    'charts-purple': isLight ? '#652d90' : '#b180d7',
    'charts-yellow': isLight ? '#bf8803' : '#cca700',
    'charts-foreground': text,
    'dropdown-background': background,
    'dropdown-foreground': text,
    'dropdown-border': text,
    'sideBar-background': isLight ? '#f8f8f8' : isDark ? '#181818' : background,
    'badge-background': isLight ? '#cccccc' : isDark ? '#616161' : '#000000',
    'badge-foreground': isLight ? '#3b3b3b' : isDark ? '#f8f8f8' : '#ffffff',
    'button-secondaryBackground': isLight ? '#e5e5e5' : isDark ? '#313131' : background,
    'button-secondaryForeground': text,
    ...(isLight || isDark
      ? { 'widget-border': '#8884', focusBorder: isLight ? '#005fb8' : '#0078d4' }
      : { contrastBorder: '#6fc3df', focusBorder: '#f38518' }),
  };
}
