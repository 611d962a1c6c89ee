import { matchTables } from '../matching/horizon-match.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { tableAt, type TableLine } from '../markdown/table-lines.ts';
import { compareRoadmaps, type RoadmapChange } from '../meetings/compare-roadmaps.ts';
import { joinItems } from '../meetings/roadmap-items.ts';
import type { RoadmapRow } from '../meetings/scan-roadmap.ts';
import { plainText } from '../minutes/plain-text.ts';
import type { Minutes } from '../minutes/read-minutes.ts';
import type { Table } from '../minutes/table.ts';
import type { MinutesInSeries } from './earlier-update.ts';
import { horizonOf, itemsOf, rowsByHorizon } from './keys/roadmap-rows.ts';
import { lastRoadmap } from './roadmap-changes.ts';

/** The roadmaps of minutes as columns, and what changed since the last meeting that had one. */
export interface RoadmapBoard {
  /** ISO date of that meeting; null where there is none, and so nothing to compare. */
  readonly since: string | null;
  readonly tables: readonly BoardTable[];
  /** What was on that meeting's roadmaps and isn't on these. */
  readonly gone: readonly { readonly horizon: string; readonly text: string }[];
}

/** A roadmap as columns. */
export interface BoardTable {
  /** The name of its section. */
  readonly name: string;
  /** A column for each horizon, in the order of the table. */
  readonly columns: readonly BoardColumn[];
}

/** A horizon with its items. */
export interface BoardColumn {
  /** Empty for rows without a horizon. */
  readonly horizon: string;
  readonly items: readonly BoardItem[];
}

/** An item of a roadmap. */
export interface BoardItem {
  /** What it says, without markup. */
  readonly text: string;
  /** Where its text begins. */
  readonly offset: number;
  readonly change: BoardChange | null;
}

/** What became of an item since the last meeting; `from` is the horizon that it was under. */
export type BoardChange =
  { readonly kind: 'new' } | { readonly kind: 'moved'; readonly from: string };

/** Returns the roadmaps of minutes as columns: the tables with horizons that their template asks for. */
export function roadmapBoard(input: MinutesInSeries): RoadmapBoard {
  const { minutes, template } = input;
  const roadmaps = matchTables(minutes, template.matchOf(minutes), template).flatMap(
    ({ required, table, section }) =>
      table === null || required.horizons.length === 0
        ? []
        : [{ name: section.heading.text, columns: columnsOf(minutes, table) }],
  );
  const items = roadmaps.flatMap(({ columns }) => columns.flatMap((column) => column.items));
  const last = lastRoadmap(input);
  const changes =
    last === null
      ? []
      : compareRoadmaps(
          joinItems(last.rows),
          items.map(({ row }) => row),
        );
  const changeOf = new Map(changes.map((change) => [change.row, change]));
  return {
    since: last?.date ?? null,
    tables: roadmaps.map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => ({
        horizon: column.horizon,
        items: column.items.map(({ row, text, offset }) => ({
          text,
          offset,
          change: toChange(changeOf.get(row)),
        })),
      })),
    })),
    gone: changes.flatMap(({ kind, row }) =>
      kind === 'vanished' ? [{ horizon: read(row.horizon), text: read(row.text) }] : [],
    ),
  };
}

function toChange(change: RoadmapChange | undefined): BoardChange | null {
  if (change?.kind === 'appeared') return { kind: 'new' };
  return change?.kind === 'moved' ? { kind: 'moved', from: read(change.from) } : null;
}

/** Returns what a reader sees of a row's text. */
function read(source: string): string {
  const { pieces } = parseMarkdown(source);
  return pieces.map(({ piece }) => plainText(piece.tree)).join(' ');
}

interface Column {
  readonly horizon: string;
  readonly items: readonly {
    /** As rows of minutes are compared. */
    readonly row: RoadmapRow;
    readonly text: string;
    readonly offset: number;
  }[];
}

function columnsOf(minutes: Minutes, table: Table): readonly Column[] {
  const lines = tableAt(minutes.markdown, table.range.start);
  const plain = new Map(
    table.rows.map(({ range, cells }) => [range.end, cells.map(({ text }) => text)]),
  );
  let named = '';
  return (lines === null ? [] : rowsByHorizon(lines)).map((rows): Column => {
    const [first] = rows;
    named = horizonOf(rows) === '' ? named : horizonOf(rows);
    return {
      horizon: plain.get(first.range.end)?.[0] ?? '',
      items: itemsOf(rows).map(([start, end]) => {
        const own = rows.slice(start, end);
        const read = own.map((row) => (plain.get(row.range.end) ?? []).slice(1));
        return {
          row: { horizon: named, text: joined(own.map(sourcesOf), ' | ') },
          text: joined(read, ' · ').replace(/^[-*+] /, ''),
          offset: contentStart(own) ?? first.range.start,
        };
      }),
    };
  });
}

function sourcesOf({ cells }: TableLine): readonly string[] {
  return cells.slice(1).map(({ text }) => text.replace(/\s+/g, ' '));
}

/** Joins the cells of rows that say something. */
function joined(rows: readonly (readonly string[])[], between: string): string {
  return rows
    .map((cells) => cells.filter((cell) => cell !== '').join(between))
    .filter((row) => row !== '')
    .join(' ');
}

function contentStart(rows: readonly TableLine[]): number | undefined {
  const cells = rows.flatMap((row) => row.cells.slice(1));
  return cells.find(({ text }) => text !== '')?.contentRange.start;
}
