#!/usr/bin/env node
// Takes the arguments that @vscode/test-electron gives to VS Code, and runs the suite in the embedded one.
import { appendFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { cacheFolder, scratchFolder } from './checkout.ts';
import { createProfile, startEditorServer, workbenchUrl } from './embedded-editor.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
  },
});
const editorLog = join(cacheFolder('logs'), 'vscode-suite.log');
writeFileSync(editorLog, '');
process.exitCode = await runSuite(
  positionals[0] ?? '.',
  pathOf(values.extensionDevelopmentPath),
  pathOf(values.extensionTestsPath),
);

function pathOf(value: string | boolean | undefined): string {
  if (typeof value !== 'string') throw new Error('VS Code is run with the path of a test suite.');
  return resolve(value);
}

/** Runs a suite in the embedded VS Code, prints what it logs, and returns its exit code. */
async function runSuite(folder: string, extension: string, suite: string): Promise<number> {
  const server = await startEditorServer(createProfile(scratchFolder()), {
    forTests: ['--enable-smoke-test-driver', '--disable-workspace-trust'],
  });
  const browser = await launchBrowser();
  let deadline: NodeJS.Timeout | undefined;
  try {
    const page = await browser.newPage();
    const remote = (path: string): string => `vscode-remote://${server.url.host}${path}`;
    return await new Promise((exit, fail) => {
      const open = async (): Promise<void> => {
        await page.exposeFunction('codeAutomationLog', printLog);
        await page.exposeFunction('codeAutomationExit', exit);
        await page.goto(
          workbenchUrl(server, folder, {
            extensionDevelopmentPath: remote(extension),
            extensionTestsPath: remote(suite),
            skipWelcome: 'true',
          }),
        );
      };
      page.on('crash', () => {
        fail(new Error('The page of the workbench crashed.'));
      });
      deadline = setTimeout(() => {
        fail(new Error(`The suite does not end within ten minutes; ${editorLog} may say why.`));
      }, 600_000);
      open().catch(fail);
    });
  } finally {
    clearTimeout(deadline);
    await browser.close();
    await server.stop();
  }
}

/** Prints what the suite says; what the editor says of itself goes to a file. */
function printLog(type: string, args: readonly unknown[]): void {
  const line = args.join(' ');
  if (line.startsWith('[suite] ')) console.log(line.replaceAll(/^\[suite\] /gm, ''));
  else appendFileSync(editorLog, `${type}: ${line}\n`);
}
