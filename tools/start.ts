// Opens the packaged extension in VS Code, for a person to try: npm start [-- [--desktop] FOLDER]
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder, checkout } from './checkout.ts';
import {
  createProfile,
  installExtension,
  startEditorServer,
  workbenchUrl,
} from './embedded-editor.ts';
import { packagedExtension, packageExtension } from './package-extension.ts';

const whereToLook = `
Where to look:
  - README.md says what to try; “Meeting Minutes: Get Started” in the command palette opens the first steps.
  - Open one of the minutes; the folder is in Restricted Mode until you trust it.
  - What is wrong is underlined; point at it to read why.
  - Ctrl+. (Cmd+. on a Mac) on an underlined place repairs it.
  - The status bar says, at {}, which template the minutes follow.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { desktop: { type: 'boolean', default: false } },
});
try {
  const folder = chooseFolder(positionals[0]);
  await packageExtension();
  if (values.desktop) openOnDesktop(folder);
  else await openEmbedded(folder);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** The example is a copy, which may be edited; a folder of the user's own is opened as it is. */
function chooseFolder(argument: string | undefined): string {
  if (argument === undefined) return copyExample();
  const folder = resolve(process.env.INIT_CWD ?? '.', argument);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new Error(`${folder} is not a folder.`);
}

function copyExample(): string {
  const example = join(checkout, 'test/workspaces/pmc');
  const copy = join(mkdtempSync(join(cacheFolder('demo'), '/')), basename(example));
  cpSync(example, copy, { recursive: true });
  return copy;
}

function openOnDesktop(folder: string): void {
  for (const args of [['--install-extension', packagedExtension, '--force'], [folder]]) {
    const shell = process.platform === 'win32';
    const { status, error } = spawnSync('code', args, { stdio: 'inherit', shell });
    if (error) {
      throw new Error('There is no "code" on the PATH: start without --desktop, or install it.');
    }
    if (status !== 0) throw new Error(`"code ${args.join(' ')}" failed.`);
  }
  console.log(`VS Code opens ${folder}.\n${whereToLook}`);
}

/** Serves VS Code on loopback, protected by a random token, until the user ends it. */
async function openEmbedded(folder: string): Promise<void> {
  const place = cacheFolder('demo', 'profile');
  // What was installed by an earlier start goes; the user's own settings there stay.
  rmSync(join(place, 'extensions'), { recursive: true, force: true });
  const profile = createProfile(place, { 'workbench.startupEditor': 'readme' });
  await installExtension(profile, packagedExtension);
  const server = await startEditorServer(profile, { token: randomBytes(16).toString('hex') });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => void server.stop());
  console.log(
    `\nVS Code with Meeting Minutes runs, for you alone, at\n\n  ${workbenchUrl(server, folder)}\n\n` +
      `It shows ${folder}.\n${whereToLook}\nCtrl+C ends it.`,
  );
}
