import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/**
 * Returns what `git apply` and `patch -p1` need to turn one text of a file into another;
 * an absolute path is one from the root.
 */
export function unifiedDiff(location: string, before: string, after: string): string {
  const path = location.replace(/^\/+/, '');
  const diff = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
  return path.includes(' ') ? diff.replace(unquotedNames, '$1\t\n$2\t\n') : diff;
}

/** GNU patch takes a name with spaces only where a tab ends it. */
const unquotedNames = /^(--- a\/.*)\n(\+\+\+ b\/.*)\n/;
