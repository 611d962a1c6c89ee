import type { Heading } from './heading.ts';

/** Returns the texts of the headings that an offset is below, the highest first; of a heading's own line, it is the last. */
export function headingPathAt(headings: readonly Heading[], offset: number): readonly string[] {
  const path: Heading[] = [];
  for (const heading of headings) {
    if (heading.range.start > offset) break;
    while ((path.at(-1)?.depth ?? 0) >= heading.depth) path.pop();
    path.push(heading);
  }
  return path.map(({ text }) => text);
}
