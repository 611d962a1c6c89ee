import type { Heading } from '../minutes/heading.ts';
import { detachedCopy } from '../text/detached-copy.ts';
import { allSections } from '../matching/heading-match.ts';
import type { Matcher } from '../matching/matcher.ts';
import { splitLines } from '../text/split-lines.ts';

/** A row of a roadmap that says something. */
export interface RoadmapRow {
  /** The horizon that the row is under. */
  readonly horizon: string;
  readonly text: string;
}

/** Returns the rows of the template's tables in minutes, without those that say nothing. */
export function scanRoadmap(
  text: string,
  headings: readonly Pick<Heading, 'key' | 'range'>[],
  template: Matcher,
): readonly RoadmapRow[] {
  const sections = allSections(template).filter(({ table }) => table !== null);
  return headings.flatMap((heading, index) => {
    if (!sections.some(({ keys }) => keys.includes(heading.key))) return [];
    const end = headings[index + 1]?.range.start ?? text.length;
    return rowsOf(text.slice(heading.range.end, end));
  });
}

/** Reads the lines of the first table: a row with an empty first cell continues the horizon above it. */
function rowsOf(body: string): readonly RoadmapRow[] {
  const lines = splitLines(body).map((line) => line.trim());
  const delimiter = lines.findIndex(
    (line) => /^\|?[ \t]*:?-+:?[ \t]*(?:\||$)/.test(line) && line.includes('|'),
  );
  if (delimiter === -1) return [];
  const end = lines.findIndex((line, index) => index > delimiter && !line.includes('|'));
  const rows: RoadmapRow[] = [];
  let horizon = '';
  for (const line of lines.slice(delimiter + 1, end === -1 ? undefined : end)) {
    const [first = '', ...others] = cellsOf(line);
    if (first !== '') horizon = first;
    const text = others.filter((cell) => cell !== '').join(' | ');
    if (text !== '') rows.push({ horizon: detachedCopy(horizon), text: detachedCopy(text) });
  }
  return rows;
}

/** Splits a row at its pipes, except those after a backslash (GFM 4.10). */
function cellsOf(line: string): readonly string[] {
  const inner = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replace(/\s+/g, ' ').trim());
}
