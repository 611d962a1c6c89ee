import { continuationCell, tableAt, type TableLines } from '../../markdown/table-lines.ts';
import type { MarkdownDocument } from '../../markdown/parse-markdown.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import { continuationOf } from '../../markdown/blocks-around.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import { sliceRange } from '../../text/offset-range.ts';
import type { KeyEdit } from './key-edit.ts';
import {
  holdsOffset,
  horizonOf,
  isEmptyRest,
  itemsOf,
  rangeOfRows,
  restOf,
  rowsByHorizon,
  type HorizonRows,
  type ItemRows,
} from './roadmap-rows.ts';

/** Returns the horizons of the table at an offset that the row there can be moved to, as the table writes them. */
export function horizonsForRow(document: MarkdownDocument, offset: number): readonly string[] {
  const table = tableAt(document, offset);
  if (table === null) return [];
  const groups = rowsByHorizon(table);
  const own = groups.find((group) => holdsOffset(group, offset));
  if (own === undefined) return [];
  return groups
    .filter((group) => group !== own)
    .map(horizonOf)
    .filter((horizon) => horizon !== '');
}

/**
 * Moves the item at an offset, with the rows that continue it, to the end of another horizon of its table.
 * In the first column everything of the horizon moves. Null where there is nothing to move.
 */
export function moveRow(
  document: MarkdownDocument,
  offset: number,
  horizon: string,
): KeyEdit | null {
  const table = tableAt(document, offset);
  if (table === null) return null;
  const groups = rowsByHorizon(table);
  const source = groups.find((group) => holdsOffset(group, offset));
  const target = groups.find((group) => normalizeText(horizonOf(group)) === normalizeText(horizon));
  if (source === undefined || target === undefined || source === target) return null;
  const moved = movedItems(source, offset);
  return moveItems(document.text, table, { source, moved, target, place: Infinity });
}

/**
 * Moves the item at an offset, with the rows that continue it, before another of its table:
 * to a place from 0 among the other items of a horizon, given by its place among the horizons of the table.
 * Null where it is there already, or nothing is to be moved.
 */
export function moveItem(
  document: MarkdownDocument,
  offset: number,
  horizon: number,
  place: number,
): KeyEdit | null {
  const table = tableAt(document, offset);
  if (table === null) return null;
  const groups = rowsByHorizon(table);
  const source = groups.find((group) => holdsOffset(group, offset));
  const target = groups[horizon];
  if (source === undefined || target === undefined) return null;
  const [own] = movedItems(source, offset, 'one');
  if (own === undefined) return null;
  const present = itemsOf(source).findIndex(([first]) => first === own[0]);
  if (source === target && present === place) return null;
  return moveItems(document.text, table, { source, moved: [own], target, place });
}

interface Move {
  readonly source: HorizonRows;
  readonly moved: readonly ItemRows[];
  readonly target: HorizonRows;
  /** The place among the target's other items. */
  readonly place: number;
}

function moveItems(
  text: string,
  table: TableLines,
  { source, moved, target, place }: Move,
): KeyEdit | null {
  if (moved.length === 0) return null;
  const eol = lineEndingOf(text);
  const start = `${continuationOf(source[0].indent)}|${continuationCell(table)}`;
  const isMoving = ([first]: ItemRows): boolean => moved.some((item) => item[0] === first);
  const others = itemsOf(target).filter((item) => source !== target || !isMoving(item));
  const above = others.slice(0, place).map((item) => textsOf(target, item));
  const below = others.slice(above.length).map((item) => textsOf(target, item));
  const taken = moved.map((item) => textsOf(source, item));
  const items = listed([...above, ...likeOthers(taken, [...above, ...below]), ...below]);
  const targetText = writeRows(target, items.flat(), start, eol);
  const targetEdit = { range: rangeOfRows(target), text: targetText };
  if (source === target && targetText === sliceRange(text, targetEdit.range)) return null;
  const left = listed(
    itemsOf(source).flatMap((item) => (isMoving(item) ? [] : [textsOf(source, item)])),
  ).flat();
  const first = restOf(source[0]);
  const sourceText = writeRows(source, isEmptyRest(first) ? [first, ...left] : left, start, eol);
  const sourceEdit = { range: rangeOfRows(source), text: sourceText };
  const isAbove = sourceEdit.range.start < targetEdit.range.start;
  const shift =
    isAbove && source !== target
      ? sourceText.length - (sourceEdit.range.end - sourceEdit.range.start)
      : 0;
  const lines = targetText.split(eol);
  const index = items.slice(0, above.length).flat().length;
  const lineStart = lines.slice(0, index).reduce((sum, line) => sum + line.length + eol.length, 0);
  const rest = items[above.length]?.[0] ?? '';
  const cell = (lines[index] ?? '').length - rest.length + beforeText(rest);
  const cursor = targetEdit.range.start + shift + lineStart + cell;
  return {
    edits: source === target ? [targetEdit] : [sourceEdit, targetEdit],
    selection: { start: cursor, end: cursor },
  };
}

/** Returns the items that move: the one at an offset, or in the first column all, unless only one is wanted. */
function movedItems(
  group: HorizonRows,
  offset: number,
  wanted: 'one' | 'all' = 'all',
): readonly ItemRows[] {
  const index = group.findIndex(({ range }) => offset <= range.end);
  const inLabel = index === 0 && offset <= (group[0].cells[0]?.range.end ?? 0);
  const items = itemsOf(group);
  if (inLabel && wanted === 'all') return items;
  return items.filter(([first, end]) => first <= index && index < end);
}

/** Returns what follows the first cells of an item's rows. */
function textsOf(group: HorizonRows, [first, end]: ItemRows): readonly string[] {
  return group
    .slice(first, end)
    .map(restOf)
    .filter((rest) => !isEmptyRest(rest));
}

/** Returns items without their list markers where they go among others that have none. */
function likeOthers(
  items: readonly (readonly string[])[],
  others: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const isPlain = (item: readonly string[]): boolean => item.length === 1 && !isListed(item);
  if (others.length === 0 || !others.every(isPlain) || items.some(({ length }) => length > 1))
    return items;
  return items.map((item) =>
    item.map((rest) => rest.replace(/^(\|[ \t]*)[-*+][ \t]+(?=[^\s|])/, '$1')),
  );
}

/** Returns items with list markers where one without would be taken for the rows that continue another. */
function listed(items: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const marked = items.find(isListed);
  if (marked === undefined && items.every(({ length }) => length === 1)) return items;
  const marker = /[-*+]/.exec(marked?.[0] ?? '')?.[0] ?? '-';
  return items.map((item, index) => {
    if (isListed(item) || (index === 0 && marked !== undefined)) return item;
    const [first = '', ...others] = item;
    const text = beforeText(first);
    return [`${first.slice(0, text)}${marker} ${first.slice(text)}`, ...others];
  });
}

function isListed([first = '']: readonly string[]): boolean {
  return /^\|[ \t]*[-*+](?:[\s|]|$)/.test(first);
}

/** Returns how much is before the text of the cell after the first. */
function beforeText(rest: string): number {
  return /^\|[ \t]*/.exec(rest)?.[0].length ?? 0;
}

/** Writes a horizon's rows: its name with the first rest, and a row for each other. */
function writeRows(
  [first]: HorizonRows,
  rests: readonly string[],
  start: string,
  eol: string,
): string {
  const name = first.text.slice(
    0,
    (first.cells[0]?.range.end ?? first.range.end) - first.range.start,
  );
  const empty = first.trailingPipe ? blankCells(restOf(first)) : '|';
  return [`${name}${rests[0] ?? empty}`, ...rests.slice(1).map((rest) => `${start}${rest}`)].join(
    eol,
  );
}

/** Returns blank cells in place of a row's; a pipe after a backslash separates none. */
function blankCells(rest: string): string {
  return rest.replace(/\\[\\|]|[^|]/g, (text) => ' '.repeat(text.length));
}
