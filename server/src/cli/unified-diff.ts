import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Returns what `git apply` and `patch -p1` need to turn one text of a file into another. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const diff = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
  return path.includes(' ') ? diff.replace(unquotedNames, '$1\t\n$2\t\n') : diff;
}

/** GNU patch takes a name with spaces only where a tab ends it. */
const unquotedNames = /^(--- a\/.*)\n(\+\+\+ b\/.*)\n/;
