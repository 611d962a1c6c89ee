import type { Heading } from '../minutes/heading.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import { joinedNames } from './carried-name.ts';
import { rowOf, type ReadLine } from './heading-kinds.ts';
import { createTransfer, type MoveMatch } from './move-match.ts';
import type { TemplateMatch } from './template-match.ts';

/** So many rows of kinds are cached, and so long ones. */
const most = { rows: 1000, headings: 100 };

/**
 * Returns the matching with a cache by the kinds of all headings: the minutes of a series have often the same sections in order,
 * and of such a match only the places and teams are others.
 */
export function cacheAlike(
  match: (minutes: Minutes) => TemplateMatch,
  readLine: ReadLine,
): (minutes: Minutes) => TemplateMatch {
  const cache = new Map<string, MoveMatch>();
  // The first minutes may be the only ones, and are spared what others gain by.
  let areFirst = true;
  return (minutes) => {
    const row = areFirst ? null : rowIn(minutes.headings, readLine);
    areFirst = false;
    const cached = row === null ? undefined : cache.get(row);
    if (cached !== undefined) return cached(minutes);
    const fresh = match(minutes);
    if (row !== null && fresh.inOrder) {
      if (cache.size >= most.rows) cache.clear();
      cache.set(row, createTransfer(fresh, minutes));
    }
    return fresh;
  };
}

/** Returns the kinds of headings; null where more counts than these: underlines, definitions of links, and names that are joined. */
function rowIn(headings: readonly Heading[], readLine: ReadLine): string | null {
  if (headings.length === 0 || headings.length > most.headings) return null;
  const lines = headings.map(({ style, source, text }) =>
    style === 'atx' && joinedNames(text).length === 0 ? readLine(source) : null,
  );
  const known = lines.filter((line) => line !== null);
  return known.length === lines.length ? rowOf(known) : null;
}
