import type { RoadmapRow } from './scan-roadmap.ts';

/** Returns the items of a roadmap: where list markers begin those of a horizon, each with the rows that continue it. */
export function joinItems(rows: readonly RoadmapRow[]): readonly RoadmapRow[] {
  const horizons: RoadmapRow[][] = [];
  for (const row of rows) {
    const last = horizons.at(-1);
    if (last?.[0]?.horizon === row.horizon) last.push(row);
    else horizons.push([row]);
  }
  return horizons.flatMap((own) => (own.some(beginsItem) ? joinRows(own) : own));
}

function joinRows(rows: readonly RoadmapRow[]): readonly RoadmapRow[] {
  const items: RoadmapRow[] = [];
  for (const row of rows) {
    const last = items.at(-1);
    if (last === undefined || beginsItem(row)) items.push(row);
    else items.splice(-1, 1, { ...last, text: `${last.text} ${row.text}` });
  }
  return items;
}

function beginsItem({ text }: RoadmapRow): boolean {
  return /^[-*+](?:\s|$)/.test(text);
}
