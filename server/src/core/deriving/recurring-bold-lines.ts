import { boldLinesIn, withBoldHeadings } from '../minutes/bold-lines.ts';
import type { Heading } from '../minutes/heading.ts';
import { buildOutline } from '../minutes/outline.ts';
import type { SeriesFile } from './found-series.ts';

/** What part of the minutes has to have a bold line for it to be a section. */
const usual = 0.6;

/**
 * Returns minutes whose outline has the bold lines that most of them have as sections, one level below the heading above,
 * unless the line is a heading in others.
 */
export function withRecurringBoldLines(files: readonly SeriesFile[]): readonly SeriesFile[] {
  const linesOf = new Map(files.map((file) => [file, distinct(boldLinesIn(file.minutes))]));
  const counts = new Map<string, number>();
  for (const { key } of [...linesOf.values()].flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { minutes } of files) for (const { key } of minutes.headings) counts.delete(key);
  const isRecurring = ({ key }: Heading): boolean => (counts.get(key) ?? 0) >= files.length * usual;
  return files.map((file) => {
    const lines = (linesOf.get(file) ?? []).filter(isRecurring);
    return lines.length === 0 ? file : withSections(file, lines);
  });
}

/** Returns lines without those that are there a second time, which are labels, and without sentences. */
function distinct(lines: readonly Heading[]): readonly Heading[] {
  return lines.filter(
    ({ key, text }) =>
      !/[.!?]$/.test(text) && lines.filter((other) => other.key === key).length === 1,
  );
}

function withSections(file: SeriesFile, lines: readonly Heading[]): SeriesFile {
  const placed = lines.map((line) => {
    const above = file.minutes.headings.findLast(({ range }) => range.start < line.range.start);
    return { ...line, depth: Math.min(6, (above?.depth ?? 1) + 1) };
  });
  const { headings } = withBoldHeadings(file.minutes, placed);
  const outline = buildOutline(
    headings.map((heading) => ({ heading, depth: heading.depth })),
    file.text.length,
  );
  return { ...file, outline };
}
