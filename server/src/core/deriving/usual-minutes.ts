import { flattenSections } from '../minutes/outline.ts';
import { exceptionsIn } from './exceptions.ts';
import type { SeriesFile } from './found-series.ts';
import { headingKeys } from './heading-keys.ts';

/** What part of the minutes has to have a heading that says what the others are, and so many of these there have to be. */
const usual = 0.8;
const fewestHeadings = 2;
/** What part of the minutes may be of another kind. */
const others = 0.1;

/** Returns the minutes without a few that have none of the headings of nearly all others: they are of another meeting, or plain text. */
export function usualMinutes(files: readonly SeriesFile[]): readonly SeriesFile[] {
  const headings = files.map(
    ({ outline }) =>
      new Set(flattenSections(outline).flatMap(({ heading }) => headingKeys(heading.text))),
  );
  const counts = new Map<string, number>();
  for (const own of headings) {
    for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const telling = [...counts].flatMap(([key, count]) =>
    count >= files.length * usual ? [key] : [],
  );
  if (telling.length < fewestHeadings) return files;
  const isUsual = headings.map((own) => telling.some((key) => own.has(key)));
  const rest = files.filter((_, index) => isUsual[index]);
  return files.length - rest.length <= exceptionsIn(files.length, others) ? rest : files;
}
