import { once } from '../text/cached.ts';

/** Returns a function that finds among some the one that is the same object, typed as it is there. */
export function findSame<Part extends object, Found extends Part>(
  among: () => readonly Found[],
): (part: Part) => Found {
  const found = once(() => new Map<Part, Found>(among().map((each) => [each, each])));
  return (part) => {
    const same = found().get(part);
    if (same === undefined) throw new Error('This is of the outline of other minutes.');
    return same;
  };
}
