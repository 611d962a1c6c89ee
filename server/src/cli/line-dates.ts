import { basename, dirname } from 'node:path';
import type { LineSince } from '../core/meetings/witness.ts';
import { linesSince } from '../core/meetings/lines-since.ts';
import { once } from '../core/text/cached.ts';
import { repositoryOf, type IgnoreSources } from './ignored-files.ts';

/**
 * Returns since when the lines of a template's file are as they are, as git knows it; git is asked when a line is,
 * and not at all outside a repository, for it takes longer than the rest of a start.
 */
export function lineDates(path: string, text: string, { files, git }: IgnoreSources): LineSince {
  const since = once((): LineSince => {
    if (repositoryOf(dirname(path), files) === null) return () => null;
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
