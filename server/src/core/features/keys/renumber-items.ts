import type { List } from 'mdast';
import { blocksAround, nodesAtLine, type BlocksAround } from '../../markdown/blocks-around.ts';
import type { MarkdownDocument } from '../../markdown/parse-markdown.ts';
import { columnsOf, tabsBetween } from '../../text/indentation.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { Line } from '../../text/text-line.ts';
import { numberOf, withNumber } from './item-numbers.ts';
import { isListItem, linesBelow, readItem, splitIndentation, type Item } from './list-items.ts';

/**
 * Returns the edits that count on the items after those at an offset, and those right below the innermost.
 * Lists whose items all have one number keep it.
 */
export function renumberAround(document: MarkdownDocument, offset: number): readonly TextEdit[] {
  const around = blocksAround(document, offset, 'as-begun');
  if (around === null) return [];
  const items = nodesAtLine(around, isListItem);
  const after = items.flatMap(({ node, parents }) => {
    const list = parents.at(-1);
    return list?.type === 'list' ? countOn(around, list, parents, list.children.indexOf(node)) : [];
  });
  const below = items
    .slice(-1)
    .flatMap(({ node, parents }) =>
      node.children.flatMap((list) =>
        list.type === 'list' ? countOn(around, list, [...parents, node, list], 0) : [],
      ),
    );
  return [...after, ...below];
}

/** Returns the edits that give the items after one of a list the numbers that follow. */
function countOn(
  around: BlocksAround,
  list: List,
  parents: Item['parents'],
  from: number,
): readonly TextEdit[] {
  if (list.ordered !== true) return [];
  const items = list.children.flatMap((node) => readItem(around, node, parents) ?? []);
  const begin = items[from];
  if (begin === undefined) return [];
  const others = items.filter((item) => item !== begin).map(numberOf);
  const isOneNumber = new Set(others).size === 1;
  let expected = numberOf(begin);
  if (isOneNumber && (expected === others[0] || others.length > 2)) return [];
  return items.slice(from + 1).flatMap((item) => {
    expected++;
    return numberOf(item) === expected ? [] : renumber(around, item, expected);
  });
}

/** Gives an item a number; where that is longer or shorter, what is below the item follows. */
function renumber(around: BlocksAround, item: Item, number: number): readonly TextEdit[] {
  const { line, prefix, marker } = item;
  const start = line.start + prefix.length;
  const written = withNumber(item, number);
  const width = written.length - marker.length;
  return [
    { range: { start, end: start + marker.length }, text: written },
    ...(width === 0 ? [] : linesBelow(around, item).map((each) => indentBy(each, item, width))),
  ];
}

/** Returns the edit that moves a line within an item by some columns; one that is indented by tabs stays so. */
export function indentBy(line: Line, item: Item, columns: number): TextEdit {
  const [quotes, space] = splitIndentation(line.text, item);
  const start = line.start + quotes.length;
  const from = columnsOf(quotes);
  const to = columnsOf(quotes + space) + columns;
  const text = space.includes('\t') ? tabsBetween(from, to) : ' '.repeat(Math.max(0, to - from));
  return { range: { start, end: start + space.length }, text };
}
