import {
  compareRoadmaps,
  describeRoadmapChange,
  type RoadmapChange,
} from '../meetings/compare-roadmaps.ts';
import { scanRoadmap } from '../meetings/scan-roadmap.ts';
import { minutesBefore } from '../meetings/series.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import { dateOf } from '../matching/minutes-date.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import type { MinutesInSeries } from './earlier-update.ts';

/** How a roadmap differs from that of the last minutes which have one. */
export interface RoadmapChanges {
  /** The whole table. */
  readonly range: OffsetRange;
  /** ISO date of the last minutes. */
  readonly since: string;
  readonly changes: readonly RoadmapChange[];
}

/** Returns how the roadmap that holds an offset differs from the last one; null where there is none. */
export function roadmapChangesAt(input: MinutesInSeries, offset: number): RoadmapChanges | null {
  const { minutes, template, fileName, series, id } = input;
  const table = template
    .matchOf(minutes)
    .sections.filter(({ expected }) => expected.table !== null)
    .flatMap(({ section }) => tablesIn(minutes, section.bodyRange))
    .find(({ range }) => range.start <= offset && offset <= range.end);
  const date = dateOf(minutes, template, fileName);
  if (table === undefined || date === null) return null;
  const last = minutesBefore(series, date).findLast(
    (other) => other.id !== id && other.roadmap.length > 0,
  );
  if (last === undefined || last.date === null) return null;
  const rows = scanRoadmap(minutes.text, minutes.headings, template);
  const changes = compareRoadmaps(last.roadmap, rows);
  return { range: table.range, since: last.date, changes };
}

/** Returns what changed in words, a line for each row. */
export function describeChanges({ changes }: RoadmapChanges): string {
  return changes.map(describeRoadmapChange).join('\n');
}
