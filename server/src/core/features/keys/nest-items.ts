import { blocksAround, type BlocksAround } from '../../markdown/blocks-around.ts';
import type { MarkdownDocument } from '../../markdown/parse-markdown.ts';
import { offsetAfter } from '../../text/compose-edits.ts';
import { columnsOf, linesIn, tabsBetween } from '../../text/indentation.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { nextMarker, numberOf, stepOf, withNumber } from './item-numbers.ts';
import type { Cursor, KeyEdit } from './key-edit.ts';
import {
  hasTabbedItems,
  inside,
  itemBefore,
  itemOnLine,
  lastItemIn,
  linesBelow,
  outside,
  parentOf,
  readItem,
  type Item,
} from './list-items.ts';
import { indentBy } from './renumber-items.ts';

/** Makes the items at a cursor, or on the selected lines, part of the item before them; does nothing to a first item. */
export function nestItems(document: MarkdownDocument, cursor: Cursor): KeyEdit | null {
  return moveItems(document, cursor, ({ around, items: [first, ...others] }) => {
    const before = itemBefore(around, first);
    if (before === null) return [];
    const last = lastItemIn(around, before);
    const start = last === null ? within(around, before) : outside(last);
    return moveRun(around, [first, ...others], start, last);
  });
}

/** Moves the items at a cursor, or on the selected lines, out of the item that holds them; does nothing at the top. */
export function unnestItems(document: MarkdownDocument, cursor: Cursor): KeyEdit | null {
  return moveItems(document, cursor, ({ around, items: [first, ...others] }) => {
    const parent = parentOf(around, first);
    if (parent === null || outside(first) !== first.prefix) return [];
    const start = outside(parent);
    const last = others.at(-1) ?? first;
    const marker = markerAfter(around, last, parent);
    return [
      ...moveRun(around, [first, ...others], start, parent),
      ...takeIn(around, last, columnsOf(start + marker + last.gap)),
    ];
  });
}

/** Returns the edits after which the items that follow one at its level are within an item whose text is so far in. */
export function takeIn(around: BlocksAround, item: Item, column: number): readonly TextEdit[] {
  const { list, node, parents } = item;
  const following = list.children.slice(list.children.indexOf(node) + 1);
  const items = following.flatMap((each) => readItem(around, each, parents) ?? []);
  const [first] = items;
  if (first === undefined) return [];
  const own = lastItemIn(around, item);
  const missing = Math.max(0, column - columnsOf(first.prefix));
  return items.flatMap((each) => {
    const kept = each === first ? withFirstNumber(around, first) : each.marker;
    const marker = own === null ? kept : markerAfter(around, each, own);
    return moveItem(around, each, each.prefix + ' '.repeat(missing), marker);
  });
}

/** Returns what the first item within another begins with: a tab more where lists here are indented by tabs. */
function within(around: BlocksAround, item: Item): string {
  const start = inside(item);
  if (!hasTabbedItems(around)) return start;
  const columns = columnsOf(start);
  const own = outside(item);
  return own + tabsBetween(columnsOf(own), columns + ((4 - (columns % 4)) % 4));
}

/** Items that follow each other in one list. */
interface Run {
  readonly around: BlocksAround;
  readonly items: readonly [Item, ...Item[]];
}

function moveItems(
  document: MarkdownDocument,
  cursor: Cursor,
  move: (run: Run) => readonly TextEdit[],
): KeyEdit | null {
  const start = Math.min(cursor.anchor, cursor.active);
  const end = Math.max(cursor.anchor, cursor.active);
  const runs = runsIn(document, start, end);
  if (runs.length === 0) return null;
  const edits = runs.flatMap(move);
  return {
    edits,
    selection: { start: offsetAfter(start, edits), end: offsetAfter(end, edits) },
  };
}

/** Returns the outermost items that begin on the lines of a range; a line at whose start it ends is not one of them. */
function runsIn(document: MarkdownDocument, start: number, end: number): readonly Run[] {
  const runs: { around: BlocksAround; items: [Item, ...Item[]] }[] = [];
  let taken = -1;
  for (const line of linesIn(document.text, { start, end })) {
    if (line.start <= taken) continue;
    const around = blocksAround(document, line.start, 'as-begun');
    const item = around && itemOnLine(around);
    if (around === null || item === null) continue;
    taken = around.lineOf(item.node.position?.end.line ?? 0).end;
    const last = runs.at(-1)?.items.at(-1);
    const before = itemBefore(around, item);
    if (last !== undefined && before?.line.start === last.line.start) runs.at(-1)?.items.push(item);
    else runs.push({ around, items: [item] });
  }
  return runs;
}

function moveRun(
  around: BlocksAround,
  items: readonly Item[],
  prefix: string,
  after: Item | null,
): readonly TextEdit[] {
  const step = after === null ? 1 : stepOf(around, after);
  return items.flatMap((item, index) => {
    const first = { marker: markerAfter(around, item, after) };
    const marker = isNumbered(first)
      ? withNumber(first, numberOf(first) + index * step)
      : first.marker;
    return moveItem(around, item, prefix, marker);
  });
}

/** Gives an item another beginning, with all lines below it that belong to it. */
function moveItem(
  around: BlocksAround,
  item: Item,
  prefix: string,
  marker: string,
): readonly TextEdit[] {
  const { line, gap } = item;
  const end = line.start + item.prefix.length + item.marker.length;
  const columns = columnsOf(prefix + marker + gap) - columnsOf(item.prefix + item.marker + gap);
  if (prefix + marker === item.prefix + item.marker) return [];
  return [
    { range: { start: line.start, end }, text: prefix + marker },
    ...linesBelow(around, item).map((each) => indentBy(each, item, columns)),
  ];
}

/** An item goes on with the list that it joins; where it is the first, it keeps its kind, and counts from 1. */
function markerAfter(around: BlocksAround, item: Item, after: Item | null): string {
  if (after !== null) return nextMarker(around, after);
  return isNumbered(item) ? withNumber(item, 1) : item.marker;
}

function withFirstNumber(around: BlocksAround, item: Item): string {
  const [node] = item.list.children;
  const first = node === undefined ? null : readItem(around, node, item.parents);
  return first === null || !isNumbered(item) ? item.marker : first.marker;
}

function isNumbered(item: Pick<Item, 'marker'>): boolean {
  return !Number.isNaN(numberOf(item));
}
