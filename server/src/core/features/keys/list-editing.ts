import { isInCode } from '../../markdown/table-lines.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import { lineAfter, lineAt, lineBefore, type Line } from '../../text/text-line.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { KeyEdit } from './key-edit.ts';

/**
 * Tells whether an offset stands in a list item's text: behind its marker, in a line below that belongs to it,
 * or in an empty one that is indented so that what is written there will belong to it.
 */
export function isInListItem(text: string, offset: number): boolean {
  const item = itemHolding(text, offset) ?? itemAwaiting(text, offset);
  return item !== null && offset >= item.start + item.indent.length + item.marker.length;
}

/** Begins a new item with what stands behind the offset; on an empty item, leaves the level. */
export function continueItem(text: string, offset: number): KeyEdit | null {
  const item = itemHolding(text, offset);
  if (item === null || offset < item.contentStart) return null;
  if (item.content.trim() === '' && offset <= item.end) return leaveLevel(text, item);
  const eol = lineEndingOf(text);
  const end = offset + spaceAt(text, offset);
  const start = text.slice(0, offset).replace(/[ \t]+$/, '').length;
  const added = `${eol}${item.indent}${nextMarker(item)}${item.gap}${item.checkbox === '' ? '' : '[ ] '}`;
  const cursor = start + added.length;
  return {
    edits: [{ range: { start, end }, text: added }],
    selection: { start: cursor, end: cursor },
  };
}

/** Begins a line that belongs to the item, with what stands behind the offset. */
export function breakItem(text: string, offset: number): KeyEdit | null {
  const item = itemHolding(text, offset);
  if (item === null || offset < item.contentStart) return null;
  if (item.content.trim() === '' && offset <= item.end) return null;
  const end = offset + spaceAt(text, offset);
  const added = lineEndingOf(text) + ' '.repeat(item.contentColumn);
  const cursor = offset + added.length;
  return {
    edits: [{ range: { start: offset, end }, text: added }],
    selection: { start: cursor, end: cursor },
  };
}

/** Makes the item at an offset, with those below it, part of the item before it; does nothing to a first item. */
export function nestItem(text: string, offset: number): KeyEdit | null {
  const item = itemAt(text, offset);
  if (item === null) return null;
  const before = siblingBefore(text, item);
  if (before === null) return nothing(offset);
  const last = lastChild(text, before, item);
  return reindent(text, item, offset, last?.indent ?? ' '.repeat(before.contentColumn), last);
}

/** Moves the item at an offset, with those below it, out of the item that holds it; does nothing at the top. */
export function unnestItem(text: string, offset: number): KeyEdit | null {
  const item = itemAt(text, offset);
  if (item === null) return null;
  const parent = parentOf(text, item);
  return parent === null ? nothing(offset) : reindent(text, item, offset, parent.indent, parent);
}

/** The first line of a list item (CommonMark 5.2). */
interface Item extends Line {
  readonly indent: string;
  readonly marker: string;
  readonly gap: string;
  readonly checkbox: string;
  readonly content: string;
  readonly contentStart: number;
  /** Column at which nested blocks begin, from 0. */
  readonly contentColumn: number;
}

const itemLine = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?(.*)$/;

function itemAt(text: string, offset: number): Item | null {
  const item = readItem(lineAt(text, offset));
  return item === null || isInCode(text, item.start) ? null : item;
}

/** Returns the item that an offset belongs to: of its line, or of lines above that go on without a blank one. */
function itemHolding(text: string, offset: number): Item | null {
  const own = itemAt(text, offset);
  if (own !== null) return own;
  for (
    let line: Line | null = lineAt(text, offset), shallowest = Infinity;
    line !== null && line.text.trim() !== '' && shallowest > 0;
    line = lineBefore(text, line)
  ) {
    const item = readItem(line);
    if (item !== null && item.contentColumn <= shallowest) return itemAt(text, item.start);
    shallowest = Math.min(shallowest, indentOf(line));
  }
  return null;
}

/** Returns the item that what is written at an offset, in an empty line, will belong to. */
function itemAwaiting(text: string, offset: number): Item | null {
  const line = lineAt(text, offset);
  const above = line.text.trim() === '' ? lineBefore(text, line) : null;
  const item = above && itemHolding(text, above.start);
  return item !== null && indentOf(line) >= item.contentColumn ? item : null;
}

function spaceAt(text: string, offset: number): number {
  return /^[ \t]*/.exec(text.slice(offset, lineAt(text, offset).end))?.[0].length ?? 0;
}

function indentOf({ text }: Line): number {
  return widthOf(/^[ \t]*/.exec(text)?.[0] ?? '');
}

function readItem(line: Line): Item | null {
  const match = itemLine.exec(line.text);
  if (match === null || /^[ \t]*(?:[-*_][ \t]*){3,}$/.test(line.text)) return null;
  const [, indent = '', marker = '', gap = '', checkbox = '', content = ''] = match;
  const contentStart = line.start + line.text.length - content.length;
  const spaces = gap === '' || widthOf(gap) > 4 ? 1 : widthOf(gap);
  const contentColumn = widthOf(indent) + marker.length + spaces;
  return {
    ...line,
    indent,
    marker,
    gap: gap || ' ',
    checkbox,
    content,
    contentStart,
    contentColumn,
  };
}

/** A tab goes to the next multiple of four (CommonMark 2.2). */
function widthOf(space: string): number {
  let width = 0;
  for (const each of space) width += each === '\t' ? 4 - (width % 4) : 1;
  return width;
}

function nextMarker({ marker }: Item): string {
  const number = /^\d+/.exec(marker)?.[0];
  return number === undefined ? marker : String(Number(number) + 1) + marker.slice(number.length);
}

function leaveLevel(text: string, item: Item): KeyEdit {
  const parent = parentOf(text, item);
  const prefix = parent === null ? '' : `${parent.indent}${nextMarker(parent)}${parent.gap}`;
  const box = parent === null || parent.checkbox === '' ? '' : '[ ] ';
  const cursor = item.start + prefix.length + box.length;
  return {
    edits: [{ range: { start: item.start, end: item.end }, text: prefix + box }],
    selection: { start: cursor, end: cursor },
  };
}

/** Returns the item before another at its level, in the same list. */
function siblingBefore(text: string, item: Item): Item | null {
  const column = widthOf(item.indent);
  for (let line = lineBefore(text, item); line !== null; line = lineBefore(text, line)) {
    const before = readItem(line);
    const indent = indentOf(line);
    if (before !== null && indent <= column) {
      return before.contentColumn > column ? before : null;
    }
    if (line.text.trim() !== '' && indent < column) return null;
    if (
      before === null &&
      indent === 0 &&
      line.text.trim() !== '' &&
      column === 0 &&
      isBlankBelow(text, line)
    )
      return null;
  }
  return null;
}

function isBlankBelow(text: string, line: Line): boolean {
  return lineAfter(text, line)?.text.trim() === '';
}

/** Returns the last item directly below another, before a third. */
function lastChild(text: string, parent: Item, until: Item): Item | null {
  let child: Item | null = null;
  for (
    let line = lineAfter(text, parent);
    line !== null && line.start < until.start;
    line = lineAfter(text, line)
  ) {
    const item = readItem(line);
    if (item === null || widthOf(item.indent) < parent.contentColumn) continue;
    if (child === null || widthOf(item.indent) < child.contentColumn) child = item;
  }
  return child;
}

function parentOf(text: string, item: Item): Item | null {
  const column = widthOf(item.indent);
  if (column === 0) return null;
  for (let line = lineBefore(text, item); line !== null; line = lineBefore(text, line)) {
    const before = readItem(line);
    if (before !== null && before.contentColumn <= column) return before;
    if (line.text.trim() !== '' && /^\S/.test(line.text) && before === null) return null;
  }
  return null;
}

/** Gives an item another indentation, with all lines below it that belong to it, and the marker that follows `after`. */
function reindent(
  text: string,
  item: Item,
  offset: number,
  indent: string,
  after: Item | null,
): KeyEdit {
  const marker = markerAfter(item, after);
  const width = widthOf(indent) + marker.length - (widthOf(item.indent) + item.marker.length);
  const head: TextEdit = {
    range: { start: item.start, end: item.start + item.indent.length + item.marker.length },
    text: indent + marker,
  };
  const below = linesOf(text, item).map((line): TextEdit => {
    const own = /^[ \t]*/.exec(line.text)?.[0] ?? '';
    const range = { start: line.start, end: line.start + own.length };
    return { range, text: ' '.repeat(Math.max(0, widthOf(own) + width)) };
  });
  const cursor =
    Math.max(offset, head.range.end) + head.text.length - (head.range.end - head.range.start);
  return { edits: [head, ...below], selection: { start: cursor, end: cursor } };
}

/** An ordered item counts on at its new place, and begins at 1 where it is the first. */
function markerAfter({ marker }: Item, after: Item | null): string {
  const delimiter = /^\d+([.)])/.exec(marker)?.[1];
  if (delimiter === undefined) return marker;
  return after !== null && /^\d/.test(after.marker) ? nextMarker(after) : `1${delimiter}`;
}

/** Returns the lines below an item's first that belong to it; blank lines between them are left alone. */
function linesOf(text: string, item: Item): readonly Line[] {
  const lines: Line[] = [];
  for (let line = lineAfter(text, item); line !== null; line = lineAfter(text, line)) {
    if (line.text.trim() === '') continue;
    if (indentOf(line) < item.contentColumn) break;
    lines.push(line);
  }
  return lines;
}

function nothing(offset: number): KeyEdit {
  return { edits: [], selection: { start: offset, end: offset } };
}
