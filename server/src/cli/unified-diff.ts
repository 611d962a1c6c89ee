import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** Returns what `git apply` and `patch -p1` need to turn one text of a file into another. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const name = /\s/.test(path) ? `${path}\t` : path;
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}
