import { describeCommands } from '../cli/completion/describe-commands.ts';
import { manPage } from '../cli/completion/man-page.ts';
import { createProgram } from '../cli/run-minutes.ts';
import { isRecord } from '../core/text/is-record.ts';

/** Returns the manual page of the command line in the version of a manifest. */
export function manualOf(manifest: string): string {
  const value: unknown = JSON.parse(manifest);
  const version = isRecord(value) ? String(value.version) : '';
  const stream = { isTerminal: false, hasColors: false, write: (): void => undefined };
  const program = createProgram(
    { version, output: stream, errors: stream },
    () => {
      throw new Error('The manual runs no command');
    },
    () => undefined,
  );
  return manPage(describeCommands(program), program.description(), version);
}
