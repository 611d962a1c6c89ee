import type { Minutes } from '../minutes/read-minutes.ts';
import { createMove, type MoveMatch } from './move-match.ts';
import type { TemplateMatch } from './template-match.ts';

/** The last minutes with an outline, how they match, and what moves the match to the next ones. */
interface CachedMatch {
  readonly minutes: Minutes;
  readonly match: TemplateMatch;
  readonly move: MoveMatch;
}

/** Returns the matching with a cache by outline: what was typed below a heading only moves what comes after it. */
export function cacheMatches(
  match: (minutes: Minutes) => TemplateMatch,
): (minutes: Minutes) => TemplateMatch {
  const cache = new WeakMap<Minutes['outlineKey'], CachedMatch>();
  return (minutes) => {
    const cached = cache.get(minutes.outlineKey);
    if (cached?.minutes === minutes) return cached.match;
    const move = cached?.match.inOrder === true ? cached.move : null;
    const fresh = move?.(minutes) ?? match(minutes);
    cache.set(minutes.outlineKey, {
      minutes,
      match: fresh,
      move: move ?? createMove(fresh, minutes),
    });
    return fresh;
  };
}
