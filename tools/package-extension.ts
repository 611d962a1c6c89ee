import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { cacheFolder, checkout, scratchFolder } from './checkout.ts';
import { createProfile, installExtension } from './embedded-editor.ts';

/** The absolute path of the packaged extension, once it is packaged. */
export const packagedExtension = join(cacheFolder(), 'vscode-minutes.vsix');

/** The absolute path of the folder in which the packaged extension is installed, for all journeys. */
export const installedExtensions = join(cacheFolder(), 'extensions');

/** Builds and packages the extension as a user gets it. */
export async function packageExtension(): Promise<void> {
  await createVSIX({
    cwd: checkout,
    packagePath: packagedExtension,
    dependencies: false,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
}

if (import.meta.main) {
  await packageExtension();
  rmSync(installedExtensions, { recursive: true, force: true });
  const profile = { ...createProfile(scratchFolder()), extensions: installedExtensions };
  await installExtension(profile, packagedExtension);
}
