import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
  environment: NodeJS.ProcessEnv = testEnvironment(),
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

/** Returns an environment with English messages, in which no results are kept where the user keeps some. */
export function testEnvironment(): NodeJS.ProcessEnv {
  const folder = join(tmpdir(), 'minutes-test-cache');
  return { ...process.env, LC_ALL: 'C', MINUTES_CACHE_DIR: folder };
}
