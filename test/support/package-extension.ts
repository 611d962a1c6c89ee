import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { cacheFolder, checkout } from './checkout.ts';

/** The absolute path of the packaged extension, once it is packaged. */
export const packagedExtension = join(cacheFolder(), 'vscode-minutes.vsix');

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

if (import.meta.main) await packageExtension();
