import { blockRange } from '../markdown/node-range.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { plainText, visibleText } from './plain-text.ts';
import { blocksIn, type Minutes } from './read-minutes.ts';

/** An item of an agenda. */
export interface AgendaItem {
  /** What a reader sees of its first line or paragraph. */
  readonly text: string;
  /** The item with what is nested in it. */
  readonly range: OffsetRange;
  /** Its first line or paragraph without the marker. */
  readonly contentRange: OffsetRange;
}

/** Returns the top-level items of the lists that begin in a range; null where there is no list. */
export function agendaItemsIn(minutes: Minutes, range: OffsetRange): readonly AgendaItem[] | null {
  const lists = blocksIn(minutes, range).flatMap((block) =>
    block.node.type === 'list' ? [{ list: block.node, range: block.range }] : [],
  );
  if (lists.length === 0) return null;
  return lists.flatMap(({ list, range: { start } }) => {
    const offset = start - blockRange(list).start;
    return list.children.flatMap((item): AgendaItem[] => {
      const first = item.children[0];
      return first === undefined
        ? []
        : [
            {
              text: first.type === 'paragraph' ? visibleText(first) : plainText(first),
              range: blockRange(item, offset),
              contentRange: blockRange(first, offset),
            },
          ];
    });
  });
}
