import { basename, dirname } from 'node:path';
import type { LineSince } from '../core/meetings/witness.ts';
import { linesSince } from '../core/meetings/lines-since.ts';
import { once } from '../core/text/cached.ts';
import type { Git } from './git.ts';

/** Returns since when the lines of a template's file are as they are, as git knows it; git is asked when a line is. */
export function lineDates(path: string, text: string, git: Git): LineSince {
  const since = once((): LineSince => {
    const run = (...args: readonly string[]): string | null => {
      const result = git.run(dirname(path), [...args, '--', basename(path)]);
      return 'bytes' in result ? new TextDecoder().decode(result.bytes) : null;
    };
    const first = run('log', '--follow', '--format=%as')?.trimEnd().split('\n').at(-1) ?? '';
    const blame = first === '' ? null : run('blame', '--no-textconv');
    return blame === null ? () => null : linesSince({ blame, first }, text);
  });
  return (line) => since()(line);
}
