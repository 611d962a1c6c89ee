import type { Minutes } from '../minutes/read-minutes.ts';
import { moveMatch } from './move-match.ts';
import type { TemplateMatch } from './template-match.ts';

/** The last minutes of a document that were matched, and how. */
interface KeptMatch {
  readonly minutes: Minutes;
  readonly match: TemplateMatch;
}

/**
 * Returns the matching as one that remembers its answer for the last version of each document:
 * what was typed below a heading only moves what comes behind it.
 */
export function keepMatches(
  match: (minutes: Minutes) => TemplateMatch,
): (minutes: Minutes) => TemplateMatch {
  const kept = new WeakMap<Minutes['read'], KeptMatch>();
  return (minutes) => {
    const last = kept.get(minutes.read);
    if (last?.minutes === minutes) return last.match;
    const moved = last === undefined ? null : moveMatch(last.match, last.minutes, minutes);
    const fresh = moved ?? match(minutes);
    kept.set(minutes.read, { minutes, match: fresh });
    return fresh;
  };
}
