import { blocksAround, type BlocksAround } from '../../markdown/blocks-around.ts';
import type { MarkdownDocument } from '../../markdown/parse-markdown.ts';
import { columnsOf } from '../../text/indentation.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { lineAt } from '../../text/text-line.ts';
import { nextMarker } from './item-numbers.ts';
import type { Cursor, KeyEdit } from './key-edit.ts';
import { inside, itemHolding, linesBelow, outside, parentOf, type Item } from './list-items.ts';
import { takeIn } from './nest-items.ts';
import { indentBy } from './renumber-items.ts';

/**
 * Returns whether an offset is in a list item's text: after its marker, in a line below that belongs to it,
 * or in an empty one that is indented so that what is written there will belong to it.
 */
export function isInListItem(document: MarkdownDocument, offset: number): boolean {
  const around = blocksAround(document, offset, 'as-begun');
  const item = around && itemHolding(around);
  return item !== null && offset >= item.line.start + item.prefix.length + item.marker.length;
}

/** Begins a new item with what is after the cursor; on an empty item, leaves the level. */
export function continueItem(document: MarkdownDocument, { active }: Cursor): KeyEdit | null {
  const { text } = document;
  const around = blocksAround(document, active, 'as-begun');
  const item = around && itemHolding(around);
  if (around === null || item === null || active < item.contentStart) return null;
  if (item.content.trim() === '' && active <= item.line.end) return leaveLevel(around, item);
  if (isBlank(document, active)) return null;
  const eol = lineEndingOf(text);
  const end = active + spaceAt(text, active);
  const isAtStart = active === item.contentStart;
  const start = isAtStart ? active : text.slice(0, active).replace(/[ \t]+$/, '').length;
  const marker = nextMarker(around, item);
  const box = item.checkbox === '' ? '' : '[ ] ';
  const added = `${eol}${outside(item)}${marker}${item.gap}${box}`;
  const apart = isAtStart ? setApart(item, eol) : [];
  const width = marker.length - item.marker.length;
  const below = linesBelow(around, item).filter((line) => width > 0 && line.start > active);
  const edits = [
    ...apart,
    { range: { start, end }, text: added },
    ...below.map((line) => indentBy(line, item, width)),
  ];
  const cursor = start + added.length + grownBy(apart);
  return { edits, selection: { start: cursor, end: cursor } };
}

/** Begins a line that belongs to the item, with what is after the cursor. */
export function breakItem(document: MarkdownDocument, { active }: Cursor): KeyEdit | null {
  const { text } = document;
  const around = blocksAround(document, active, 'as-begun');
  const item = around && itemHolding(around);
  if (item === null || active < item.contentStart || isBlank(document, active)) return null;
  if (item.content.trim() === '' && active <= item.line.end) return null;
  const eol = lineEndingOf(text);
  const apart = active === item.contentStart ? setApart(item, eol) : [];
  const end = active + spaceAt(text, active);
  const added = eol + inside(item);
  const cursor = active + added.length + grownBy(apart);
  return {
    edits: [...apart, { range: { start: active, end }, text: added }],
    selection: { start: cursor, end: cursor },
  };
}

function grownBy(insertions: readonly TextEdit[]): number {
  return insertions.reduce((sum, { text }) => sum + text.length, 0);
}

function isBlank({ text }: MarkdownDocument, offset: number): boolean {
  return lineAt(text, offset).text.replace(/>/g, '').trim() === '';
}

function spaceAt(text: string, offset: number): number {
  return /^[ \t]*/.exec(text.slice(offset, lineAt(text, offset).end))?.[0].length ?? 0;
}

/** A first item that is left empty would make a heading of the text right above it (CommonMark 4.3). */
function setApart({ list, parents, line, node, prefix }: Item, eol: string): readonly TextEdit[] {
  const above = parents.at(-2);
  const siblings = above !== undefined && 'children' in above ? [...above.children] : [];
  const before = siblings[siblings.findIndex((each) => each === list) - 1];
  const begins = node.position?.start.line ?? 0;
  if (before?.type !== 'paragraph' || before.position?.end.line !== begins - 1) return [];
  const text = prefix.trimEnd() + eol;
  return [{ range: { start: line.start, end: line.start }, text }];
}

/** Makes an empty item one of the level above, which takes those after it in, or takes its marker away at the top. */
function leaveLevel(around: BlocksAround, item: Item): KeyEdit {
  const parent = parentOf(around, item);
  const prefix = parent === null ? '' : `${nextMarker(around, parent)}${parent.gap}`;
  const box = parent === null || parent.checkbox === '' ? '' : '[ ] ';
  const start = outside(parent ?? item);
  const { line } = item;
  const text = start + prefix + box;
  const cursor = line.start + text.length;
  const edits = [{ range: { start: line.start, end: line.end }, text }];
  const taken = parent === null ? [] : takeIn(around, item, columnsOf(start + prefix));
  return { edits: [...edits, ...taken], selection: { start: cursor, end: cursor } };
}
