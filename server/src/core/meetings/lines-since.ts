import { createLineIndex } from '../text/line-index.ts';
import type { LineSince } from './witness.ts';

/** What git knows of a file's lines. */
export interface BlamedFile {
  /** What `git blame` writes, in its usual form. */
  readonly blame: string;
  /** ISO date of the first commit that has the file. */
  readonly first: string;
}

const blamedLine = /^\^?[0-9a-f]{4,64} .*?\(.* (\d{4}-\d{2}-\d{2})(?: [\d:]+ [+-]\d{4})? +(\d+)\)/;

/** Returns since when the lines of a text are as they are; null for those of the file's first commit. */
export function linesSince({ blame, first }: BlamedFile, text: string): LineSince {
  const dates = new Map(
    blame.split('\n').flatMap((line): [number, string][] => {
      const [, date, number] = blamedLine.exec(line.slice(0, longestPrefix)) ?? [];
      return date === undefined ? [] : [[Number(number), date]];
    }),
  );
  const lines = createLineIndex(text);
  return (offset) => {
    const date = dates.get(lines.pointAt(offset).line);
    return date === undefined || date <= first ? null : date;
  };
}

/** Commit, path, author and date are in the first characters of a line, before its text. */
const longestPrefix = 400;
