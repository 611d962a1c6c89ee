import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment, FileSystem } from '../../server/src/cli/environment.ts';
import { runMinutes } from '../../server/src/cli/run-minutes.ts';
import { localGit } from '../../server/src/node/git.ts';
import { localFiles } from '../../server/src/node/local-files.ts';
import { checkout } from '../../tools/checkout.ts';
import type { CommandResult } from './command-line.ts';

/** Runs the command line’s source in this process, so that a test can make parts of it fail, or count what is read; paths are absolute. */
export async function runInProcess(
  args: readonly string[],
  files: FileSystem = localFiles,
): Promise<CommandResult> {
  const written = { output: '', errors: '' };
  const streamOf = (name: keyof typeof written): Environment['output'] => ({
    isTerminal: false,
    hasColors: false,
    write: (text) => {
      written[name] += text;
    },
  });
  const code = await runMinutes(args, {
    version: '0.0.0',
    build: '',
    now: () => Date.now(),
    openCache: () => null,
    today: '2030-01-01',
    locale: null,
    translations: () => null,
    asset: (name) => readFileSync(join(checkout, 'server/dist/site', name), 'utf8'),
    output: streamOf('output'),
    errors: streamOf('errors'),
    files,
    git: localGit,
    threads: null,
    watch: null,
    readInput: () => Promise.resolve({ reason: 'is not given' }),
  });
  return { code, ...written };
}
