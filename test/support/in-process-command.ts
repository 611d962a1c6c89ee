import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../server/src/cli/environment.ts';
import { runMinutes } from '../../server/src/cli/run-minutes.ts';
import { localGit } from '../../server/src/node/git.ts';
import { localFiles } from '../../server/src/node/local-files.ts';
import { checkout } from '../../tools/checkout.ts';
import type { CommandResult } from './command-line.ts';

/** An environment for the command line's source in this process: local files and git, no cache, no threads, nothing written. */
export const inProcessEnvironment: Environment = {
  version: '0.0.0',
  build: '',
  now: () => Date.now(),
  openCache: () => null,
  today: '2030-01-01',
  locale: null,
  translations: () => null,
  asset: (name) => readFileSync(join(checkout, 'server/dist/site', name), 'utf8'),
  output: { isTerminal: false, hasColors: false, write: () => undefined },
  errors: { isTerminal: false, hasColors: false, write: () => undefined },
  files: localFiles,
  git: localGit,
  threads: null,
  watch: null,
  readInput: () => Promise.resolve({ reason: 'is not given' }),
};

/** Runs the command line’s source in this process, so that a test can replace parts of its environment; paths are absolute. */
export async function runInProcess(
  args: readonly string[],
  parts: Partial<Environment> = {},
): Promise<CommandResult> {
  const written = { output: '', errors: '' };
  const streamOf = (name: keyof typeof written): Environment['output'] => ({
    ...inProcessEnvironment[name],
    write: (text) => {
      written[name] += text;
    },
  });
  const code = await runMinutes(args, {
    ...inProcessEnvironment,
    output: streamOf('output'),
    errors: streamOf('errors'),
    ...parts,
  });
  return { code, ...written };
}
