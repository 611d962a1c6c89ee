import type { List, ListItem, Nodes, Parents } from 'mdast';
import { continuationOf, nodesAtLine, type BlocksAround } from '../../markdown/blocks-around.ts';
import { columnsOf } from '../../text/indentation.ts';
import type { Line } from '../../text/text-line.ts';

/** A list item as its first line writes it (CommonMark 5.2). */
export interface Item {
  readonly node: ListItem;
  readonly list: List;
  /** Its containers, the outermost first. */
  readonly parents: readonly Parents[];
  readonly line: Line;
  /** What is on its line before the marker: quotes, space, and markers of items that begin there, too. */
  readonly prefix: string;
  readonly marker: string;
  readonly gap: string;
  /** `[ ]` or `[x]` with the space after it; empty where it has none. */
  readonly checkbox: string;
  readonly content: string;
  readonly contentStart: number;
  /** Column at which nested blocks begin, from 0. */
  readonly contentColumn: number;
}

/** Returns the innermost item whose own text, its first paragraph, is on the line at the offset. */
export function itemHolding(around: BlocksAround): Item | null {
  const found = nodesAtLine(around, isListItem).at(-1);
  if (found === undefined) return null;
  const item = readItem(around, found.node, found.parents);
  return item !== null && holdsOwnLine(around, item) ? item : null;
}

/** Returns the innermost item that begins on a line; null where none does, or it begins with code. */
export function itemOnLine(around: BlocksAround): Item | null {
  const item = itemHolding(around);
  return item?.node.position?.start.line === around.own ? item : null;
}

/** Returns an item as it is written; null where its positions show no marker. */
export function readItem(
  { lineOf }: BlocksAround,
  node: ListItem,
  parents: readonly Parents[],
): Item | null {
  const list = parents.at(-1);
  if (node.position === undefined || list?.type !== 'list') return null;
  const { start } = node.position;
  const line = lineOf(start.line);
  const prefix = line.text.slice(0, start.column - 1);
  const match = itemText.exec(line.text.slice(prefix.length));
  if (match === null) return null;
  const [, marker = '', gap = '', checkbox = '', content = ''] = match;
  const before = columnsOf(prefix + marker);
  const space = columnsOf(prefix + marker + gap) - before;
  return {
    node,
    list,
    parents,
    line,
    prefix,
    marker,
    gap: gap || ' ',
    checkbox,
    content,
    contentStart: line.end - content.length,
    contentColumn: before + (space === 0 || space > 4 ? 1 : space),
  };
}

/** Returns the item that holds another; null at the top of a document or a quote. */
export function parentOf(around: BlocksAround, { parents }: Item): Item | null {
  const index = parents.length - 2;
  const node = parents[index];
  return node?.type === 'listItem' ? readItem(around, node, parents.slice(0, index)) : null;
}

/** Returns the item before another at its level: of its list, or of the list right before. */
export function itemBefore(around: BlocksAround, { node, list, parents }: Item): Item | null {
  const index = list.children.indexOf(node);
  const sibling = list.children[index - 1];
  if (sibling !== undefined) return readItem(around, sibling, parents);
  const above = parents.slice(0, -1);
  const siblings: readonly Nodes[] = above.at(-1)?.children ?? [];
  const before = siblings[siblings.indexOf(list) - 1];
  const last = before?.type === 'list' ? before.children.at(-1) : undefined;
  return before?.type === 'list' && last !== undefined
    ? readItem(around, last, [...above, before])
    : null;
}

/** Returns the item after which another goes on within an item: the last of a list that ends it. */
export function lastItemIn(around: BlocksAround, { node, parents }: Item): Item | null {
  const list = node.children.at(-1);
  const last = list?.type === 'list' ? list.children.at(-1) : undefined;
  return list?.type === 'list' && last !== undefined
    ? readItem(around, last, [...parents, node, list])
    : null;
}

/** Returns the lines below an item's first that belong to it by their indentation, without blank ones. */
export function linesBelow({ lineOf }: BlocksAround, item: Item): readonly Line[] {
  const { start, end } = item.node.position ?? { start: { line: 0 }, end: { line: -1 } };
  const lines: Line[] = [];
  for (let number = start.line + 1; number <= end.line; number++) {
    const line = lineOf(number);
    if (line.text.trim() !== '' && belongsTo(line, item)) lines.push(line);
  }
  return lines;
}

/** Returns what a line begins with to belong to what holds an item. */
export function outside({ prefix }: Item): string {
  return continuationOf(prefix);
}

/** Returns what a line begins with to belong to an item. */
export function inside(item: Item): string {
  const start = outside(item);
  return start + ' '.repeat(Math.max(0, item.contentColumn - columnsOf(start)));
}

/** Returns the quotes that a line within an item begins with, and the space after them. */
export function splitIndentation(line: string, { parents }: Item): readonly [string, string] {
  const quotes = parents.filter(({ type }) => type === 'blockquote').length;
  const match = new RegExp(`^((?:[ \\t]*>){${String(quotes)}})([ \\t]*)`).exec(line);
  return [match?.[1] ?? '', match?.[2] ?? ''];
}

/** Returns whether an item around is indented by tabs. */
export function hasTabbedItems({ tree, lineOf }: BlocksAround): boolean {
  const last = tree.children.at(-1)?.position?.end.line ?? 0;
  for (let number = 1; number <= last; number++) {
    if (/^[ >]*\t[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(lineOf(number).text)) return true;
  }
  return false;
}

/** Returns whether a node is a list item. */
export function isListItem(node: Nodes): node is ListItem {
  return node.type === 'listItem';
}

function holdsOwnLine({ own, lineOf }: BlocksAround, item: Item): boolean {
  const first = item.node.children[0];
  const begins = item.node.position?.start.line;
  if (first?.type === 'code' || first?.type === 'html') return false;
  if (begins === own) return true;
  const ends = first?.type === 'paragraph' ? (first.position?.end.line ?? 0) : 0;
  return own <= ends && belongsTo(lineOf(own), item);
}

/** Returns whether a line is as far in as an item's content; others go on a paragraph lazily. */
function belongsTo({ text }: Line, item: Item): boolean {
  const [quotes, space] = splitIndentation(text, item);
  const marked = item.parents.some(({ type }) => type === 'blockquote');
  return (!marked || quotes !== '') && columnsOf(quotes + space) >= item.contentColumn;
}

const itemText = /^([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?(.*)$/;
