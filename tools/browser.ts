import { execFileSync } from 'node:child_process';
import { accessSync, constants, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { checkout, packagesFolder } from './checkout.ts';
import { installPackages } from './install-packages.mjs';

/** Starts a headless Chromium: the one that `$MINUTES_BROWSER` names, an installed one, or one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const installed = findInstalledBrowser();
  return chromium.launch({
    ...(installed ? { executablePath: installed } : ensureBrowser()),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
}

/** Returns the absolute path of the Chromium or Chrome that `$MINUTES_BROWSER` names or that is installed. */
export function findInstalledBrowser(): string | undefined {
  const chosen = process.env.MINUTES_BROWSER;
  if (chosen) return chosen;
  const folders = process.env.PATH?.split(delimiter) ?? [];
  return [
    ...installedNames.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...installedPaths,
  ].find(isExecutable);
}

const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const installedPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs the Chromium that npm has, and returns how to start it. */
function ensureBrowser(): LaunchOptions {
  if (process.platform !== 'linux') {
    throw new Error(
      'The tests drive a browser: install Chromium or Chrome, or name one by MINUTES_BROWSER=PATH.',
    );
  }
  const folder = packagesFolder('browser');
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(checkout, 'tools/browser', name), join(folder, name));
  }
  installPackages(folder, 'Chromium from npm, for there is none on this machine');
  const unpacked = join(folder, 'node_modules/.unpacked');
  mkdirSync(unpacked, { recursive: true });
  return { executablePath: unpackBrowser(folder, unpacked), env: browserEnvironment(unpacked) };
}

/** The package unpacks into TMPDIR, and its own libraries only where it believes to be in a bare container. */
function unpackBrowser(folder: string, unpacked: string): string {
  const program = `import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  }).trim();
}

function browserEnvironment(unpacked: string): Record<string, string> {
  const fonts = join(unpacked, 'fonts.conf');
  const folders = ['/usr/share/fonts', join(unpacked, 'fonts')];
  writeFileSync(
    fonts,
    `<fontconfig>${folders.map((path) => `<dir>${path}</dir>`).join('')}` +
      `<cachedir>${join(unpacked, 'font-cache')}</cachedir></fontconfig>`,
  );
  return {
    ...definedVariables(),
    LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'),
    FONTCONFIG_FILE: fonts,
  };
}

function definedVariables(): Record<string, string> {
  const variables = Object.entries(process.env);
  return Object.fromEntries(variables.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
