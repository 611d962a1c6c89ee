// Runs the suite in a real VS Code: the embedded one, the one at $MINUTES_VSCODE, or a new one with MINUTES_VSCODE=download.
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cacheFolder, checkout, scratchFolder } from '../../tools/checkout.ts';
import { ensureEditor } from '../../tools/embedded-editor.ts';

const chosen = process.env.MINUTES_VSCODE;
const embedded = join(checkout, 'tools/embedded-editor-executable.ts');
if (chosen === undefined) ensureEditor();
process.exitCode = await runTests({
  ...(chosen === 'download' ? {} : { vscodeExecutablePath: chosen ?? embedded }),
  extensionDevelopmentPath: checkout,
  extensionTestsPath: await bundleSuite(),
  launchArgs: [scratchFolder(), `--extensions-dir=${scratchFolder()}`],
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

/** Bundles each file of the suite for the extension host, and returns the path of the one that runs them. */
async function bundleSuite(): Promise<string> {
  const folder = cacheFolder('vscode-suite');
  rmSync(folder, { recursive: true });
  await build({
    absWorkingDir: checkout,
    entryPoints: globSync('test/vscode/suite/**/*.ts', { cwd: checkout }),
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return join(folder, 'run-mocha.cjs');
}
