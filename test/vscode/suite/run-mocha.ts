import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Runs, in the extension host, all suites beside this module; rejects where a test fails. */
export async function run(): Promise<void> {
  // The mark distinguishes the suite's lines from the editor's.
  Mocha.reporters.Base.consoleLog = (...line: readonly unknown[]): void => {
    console.log(format(...line).replaceAll(/^/gm, '[suite] '));
  };
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, forbidOnly: true, forbidPending: true });
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed in VS Code.`);
}
