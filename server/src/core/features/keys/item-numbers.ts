import type { BlocksAround } from '../../markdown/blocks-around.ts';
import { readItem, type Item } from './list-items.ts';

/** Returns the number that an item is written with; NaN where it has none. */
export function numberOf({ marker }: Pick<Item, 'marker'>): number {
  return Number.parseInt(marker, 10);
}

/** Markdown knows no numbers of more digits (CommonMark 5.2). */
const largest = 999_999_999;

/** Returns the marker of an item with another number. */
export function withNumber({ marker }: Pick<Item, 'marker'>, number: number): string {
  return String(Math.min(number, largest)) + marker.slice(-1);
}

/** Returns the marker of the item after another: the next number, or the same where all of its list have one. */
export function nextMarker(around: BlocksAround, item: Item): string {
  const number = numberOf(item);
  if (Number.isNaN(number)) return item.marker;
  return withNumber(item, number + stepOf(around, item));
}

/** Returns by how much the numbers of an item's list grow: 0 where it has several, all the same. */
export function stepOf(around: BlocksAround, { list, parents }: Item): 0 | 1 {
  const items = list.children.flatMap((node) => readItem(around, node, parents) ?? []);
  return items.length > 1 && new Set(items.map(numberOf)).size === 1 ? 0 : 1;
}
