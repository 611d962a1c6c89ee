import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkout, packagesFolder } from './checkout.ts';
import { installPackages } from './install-packages.mjs';

/** Installs the embedded VS Code unless it is there, and returns the path of its server program. */
export function ensureEditor(): string {
  const folder = packagesFolder('editor');
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(checkout, 'tools/editor', name), join(folder, name));
  }
  const program = join(folder, 'node_modules/code-server/lib/vscode');
  installPackages(folder, 'VS Code for tests and the demo (about 300 MB, once)', (npm) => {
    npm(program, ['install', '--omit=dev', '--no-save']);
  });
  // Where AI is off, VS Code disables it when it runs already, and restarts all extensions for that.
  rmSync(join(program, 'extensions/copilot'), { recursive: true, force: true });
  return join(program, 'out/server-main.js');
}

/** Where an editor keeps what belongs to its user. */
export interface EditorProfile {
  readonly data: string;
  readonly extensions: string;
}

/** Makes an editor's profile in a folder; a new one gets settings that keep the editor quiet and offline. */
export function createProfile(
  folder: string,
  settings: Readonly<Record<string, unknown>> = {},
): EditorProfile {
  const user = join(folder, 'data/User');
  mkdirSync(user, { recursive: true });
  const file = join(user, 'settings.json');
  if (!existsSync(file)) {
    writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  }
  return { data: join(folder, 'data'), extensions: join(folder, 'extensions') };
}

const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'telemetry.feedback.enabled': false,
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  // As on the desktop; in a browser, VS Code saves after a second, and nothing is left to revert.
  'files.autoSave': 'off',
};

/**
 * Makes extensions speak a language in a profile, once the server is started with its `--locale`.
 * The workbench stays English, for the language pack that this writes is empty.
 */
export function addLanguage({ data }: EditorProfile, locale: string): void {
  const translations = join(data, `${locale}.json`);
  const extensions = [{ extensionIdentifier: { id: `minutes.${locale}` }, version: '1.0.0' }];
  const pack = { hash: locale, label: locale, extensions, translations: { vscode: translations } };
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  writeFileSync(join(data, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

/** Installs a packaged extension for a profile. */
export async function installExtension(profile: EditorProfile, vsix: string): Promise<void> {
  const editor = spawnEditor(profile, ['--install-extension', vsix, '--force']);
  const output = collectOutput(editor);
  const code = await new Promise((resolve) => editor.once('exit', resolve));
  if (code !== 0) throw new Error(`VS Code does not install ${vsix}:\n${output.join('\n')}`);
}

/** A running server of the embedded VS Code. */
export interface EditorServer {
  /** The address of the workbench, without a folder. */
  readonly url: URL;
  stop(): Promise<void>;
}

/**
 * Starts the embedded VS Code's server on a free port of loopback; with a token unless `forTests`.
 *
 * Without a token, anyone that reaches the port has a shell: for tests alone, and briefly.
 * @throws {Error} Where the server ends or says nothing for a minute; has its output.
 */
export async function startEditorServer(
  profile: EditorProfile,
  access: { readonly token: string } | { readonly forTests: readonly string[] },
): Promise<EditorServer> {
  const editor = spawnEditor(profile, [
    ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms'],
    ...('token' in access
      ? ['--connection-token', access.token]
      : ['--without-connection-token', ...access.forTests]),
  ]);
  const url = new URL(`http://127.0.0.1:${await portOf(editor)}/`);
  if ('token' in access) url.searchParams.set('tkn', access.token);
  return {
    url,
    async stop(): Promise<void> {
      if (editor.exitCode !== null || editor.signalCode !== null) return;
      editor.kill();
      await once(editor, 'exit');
    },
  };
}

/** Returns the address of the workbench with a folder, and with a payload for the smoke-test driver. */
export function workbenchUrl(
  server: EditorServer,
  folder: string,
  payload?: Readonly<Record<string, string>>,
): string {
  const url = new URL(server.url);
  url.searchParams.set('folder', folder);
  if (payload) url.searchParams.set('payload', JSON.stringify(Object.entries(payload)));
  return url.href;
}

function spawnEditor(profile: EditorProfile, args: readonly string[]): ChildProcess {
  const program = ensureEditor();
  if (!existsSync(profile.extensions)) mkdirSync(profile.extensions);
  return spawn(
    process.execPath,
    [
      program,
      ...['--server-data-dir', profile.data, '--user-data-dir', profile.data],
      ...['--extensions-dir', profile.extensions, '--disable-telemetry'],
      ...args,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // An empty gallery: the editor looks nothing up.
      env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
    },
  );
}

async function portOf(editor: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(deadline);
      reject(new Error(`VS Code's server ${reason}:\n${output.join('\n')}`));
    };
    const deadline = setTimeout(() => {
      editor.kill();
      fail('does not start within a minute');
    }, 60_000);
    const output = collectOutput(editor, (line) => {
      const port = /listening on (\d+)/.exec(line)?.[1];
      if (port === undefined) return;
      clearTimeout(deadline);
      resolve(port);
    });
    editor.once('exit', () => {
      fail('ended');
    });
  });
}

/** Collects the lines that a program prints from now on. */
function collectOutput(program: ChildProcess, onLine?: (line: string) => void): readonly string[] {
  const lines: string[] = [];
  for (const stream of [program.stdout, program.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      onLine?.(line);
    });
  }
  return lines;
}
