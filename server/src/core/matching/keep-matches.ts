import type { Minutes } from '../minutes/read-minutes.ts';
import { createMove, type MoveMatch } from './move-match.ts';
import type { TemplateMatch } from './template-match.ts';

/** The last minutes of a document, how they match, and what moves that match to the next ones. */
interface KeptMatch {
  readonly minutes: Minutes;
  readonly match: TemplateMatch;
  readonly move: MoveMatch;
}

/**
 * Returns the matching as one that remembers its answer for the last version of each document:
 * what was typed below a heading only moves what comes after it.
 */
export function keepMatches(
  match: (minutes: Minutes) => TemplateMatch,
): (minutes: Minutes) => TemplateMatch {
  const kept = new WeakMap<Minutes['document'], KeptMatch>();
  return (minutes) => {
    const last = kept.get(minutes.document);
    if (last?.minutes === minutes) return last.match;
    const moved = last?.move(minutes);
    const fresh = moved ?? match(minutes);
    const move = moved && last ? last.move : createMove(fresh, minutes);
    kept.set(minutes.document, { minutes, match: fresh, move });
    return fresh;
  };
}
