import {
  compareRoadmaps,
  describeRoadmapChange,
  type RoadmapChange,
} from '../meetings/compare-roadmaps.ts';
import { scanRoadmap, type RoadmapRow } from '../meetings/scan-roadmap.ts';
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

/** The roadmap of the last minutes that have one. */
export interface LastRoadmap {
  /** ISO date of those minutes. */
  readonly date: string;
  readonly rows: readonly RoadmapRow[];
}

/** Returns how the roadmap that holds an offset differs from the last one; null where there is none. */
export function roadmapChangesAt(input: MinutesInSeries, offset: number): RoadmapChanges | null {
  const { minutes, template } = input;
  const table = template
    .matchOf(minutes)
    .sections.filter(({ expected }) => expected.table !== null)
    .flatMap(({ section }) => tablesIn(minutes, section.bodyRange))
    .find(({ range }) => range.start <= offset && offset <= range.end);
  const last = table === undefined ? null : lastRoadmap(input);
  if (table === undefined || last === null) return null;
  const rows = scanRoadmap(minutes.text, minutes.headings, template);
  const changes = compareRoadmaps(last.rows, rows);
  return { range: table.range, since: last.date, changes };
}

/** Returns the roadmap of the last minutes before these that have one; null where there are none. */
export function lastRoadmap(input: MinutesInSeries): LastRoadmap | null {
  const { minutes, template, fileName, series, id } = input;
  const date = dateOf(minutes, template, fileName);
  if (date === null) return null;
  const last = minutesBefore(series, date).findLast(
    (other) => other.id !== id && other.roadmap.length > 0,
  );
  return last === undefined || last.date === null ? null : { date: last.date, rows: last.roadmap };
}

/** Returns what changed in words, a line for each row. */
export function describeChanges({ changes }: RoadmapChanges): string {
  return changes.map(describeRoadmapChange).join('\n');
}
