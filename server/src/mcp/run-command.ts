import type { Environment } from '../cli/environment.ts';
import { runMinutes } from '../cli/run-minutes.ts';

/** What a command of the command line wrote, and its exit code. */
export interface CommandResult {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command of the command line with a text as its standard input, and returns what it writes. */
export async function runCommand(
  args: readonly string[],
  environment: Environment,
  input = '',
): Promise<CommandResult> {
  const written = { output: '', errors: '' };
  const streamTo = (name: keyof typeof written): Environment['output'] => ({
    isTerminal: false,
    hasColors: false,
    write(text) {
      written[name] += text;
    },
  });
  const code = await runMinutes(args, {
    ...environment,
    threads: null,
    watch: null,
    output: streamTo('output'),
    errors: streamTo('errors'),
    readInput: () => Promise.resolve({ bytes: new TextEncoder().encode(input) }),
  });
  return { code, ...written };
}
