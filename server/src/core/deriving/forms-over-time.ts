import type { Section } from '../minutes/outline.ts';
import { headingKeys } from './heading-keys.ts';
import type { SeriesFile } from './found-series.ts';

/** Fewer minutes make no era. */
const fewest = 5;

/**
 * Returns the runs of minutes that have one form each, the earliest first.
 * A series is cut where two forms need fewer bits than one to describe which minutes have which headings,
 * and where at least two headings that most had before and hardly any has since, or the other way, say so.
 */
export function formsOverTime(files: readonly SeriesFile[]): readonly (readonly SeriesFile[])[] {
  const present = files.map(
    (file) => new Set(mainSections(file).flatMap(({ heading }) => headingKeys(heading.text))),
  );
  const keys = keysOf(present);
  const cut = (start: number, end: number): number[] => {
    const best = bestCut(present, keys, start, end);
    return best === null ? [start] : [...cut(start, best), ...cut(best, end)];
  };
  const starts = cut(0, files.length);
  return starts.map((start, index) => files.slice(start, starts[index + 1]));
}

/** Returns the sections below the title, else the topmost: what is below them are topics. */
function mainSections({ outline }: SeriesFile): readonly Section[] {
  const [first, ...others] = outline;
  return first !== undefined && others.length === 0 ? first.children : outline;
}

/** Headings that recur; others say nothing about a form. */
function keysOf(present: readonly ReadonlySet<string>[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const keys of present) {
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= fewest - 1).map(([key]) => key);
}

function bestCut(
  present: readonly ReadonlySet<string>[],
  keys: readonly string[],
  start: number,
  end: number,
): number | null {
  let best: number | null = null;
  let gain = 0;
  for (let at = start + fewest; at <= end - fewest; at++) {
    let own = 0;
    let turned = 0;
    for (const key of keys) {
      const before = countIn(present, key, start, at);
      const after = countIn(present, key, at, end);
      own +=
        bits(before + after, end - start) -
        bits(before, at - start) -
        bits(after, end - at) -
        Math.log2(end - start) / 2;
      if (isTurned(before / (at - start), after / (end - at))) turned++;
    }
    if (turned >= 2 && (best === null || own > gain)) [best, gain] = [at, own];
  }
  return best;
}

function isTurned(before: number, after: number): boolean {
  return Math.max(before, after) >= 0.8 && Math.min(before, after) <= 0.15;
}

function countIn(
  present: readonly ReadonlySet<string>[],
  key: string,
  start: number,
  end: number,
): number {
  let count = 0;
  for (let index = start; index < end; index++) if (present[index]?.has(key) === true) count++;
  return count;
}

/** Returns how many bits it takes to describe which of all have something that some have. */
function bits(some: number, all: number): number {
  if (some === 0 || some === all) return 0;
  const part = some / all;
  return -all * (part * Math.log2(part) + (1 - part) * Math.log2(1 - part));
}
