import type { Section } from '../minutes/outline.ts';
import type { Table } from '../minutes/table.ts';
import { tablesIn } from '../minutes/tables-in.ts';
import type { SeriesFile } from './found-series.ts';

/** What part of a table's rows most minutes take over from the ones before. */
const most = 0.6;
const fewest = 4;

/** Returns whether most minutes take over the rows of a section's table from the ones before, as a roadmap does. */
export function isCarriedOver(
  places: readonly { readonly file: SeriesFile; readonly section: Section }[],
): boolean {
  const tables = places.map(({ file, section }) => tablesIn(file.minutes, section.bodyRange)[0]);
  if (tables.filter((table) => table !== undefined).length < places.length * 0.9) return false;
  const parts = tables.flatMap((table, index) => {
    const before = tables[index - 1];
    return table === undefined || before === undefined ? [] : (sharedRows(before, table) ?? []);
  });
  return parts.length >= fewest && parts.filter((part) => part >= most).length >= parts.length / 2;
}

/** Returns the part of a table's written rows that another has, too; null where too little is written. */
function sharedRows(before: Table, after: Table): number | null {
  const known = new Set(before.rows.map(textOf));
  const rows = after.rows.map(textOf).filter((text) => text.length > 10);
  if (rows.length < 2) return null;
  return rows.filter((text) => known.has(text)).length / rows.length;
}

function textOf({ cells }: Table['header']): string {
  return cells
    .slice(1)
    .map(({ text }) => text)
    .join('|')
    .trim();
}
