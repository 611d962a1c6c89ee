import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { assertBuilt } from './built-programs.ts';

/** The built command line. */
export const program = resolve(import.meta.dirname, '../../server/dist/minutes.js');

/** What a run of the command line ended with. */
export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the built command line in a folder. */
export function runCommand(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' },
): CommandResult {
  assertBuilt();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    input,
    env: environment,
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error !== undefined) throw error;
  return { code: status, output: stdout, errors: stderr };
}
