import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { OffsetRange } from '../text/offset-range.ts';

/** Returns where a node is in its piece; null for an autolink literal without a place, which is made after parsing. */
export function rangeOf({ position }: Nodes): OffsetRange | null {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? null : { start, end };
}

/** Returns where a block is, in a text in which its piece begins at an offset. */
export function blockRange({ position }: Nodes, pieceStart = 0): OffsetRange {
  return {
    start: pieceStart + (position?.start.offset ?? 0),
    end: pieceStart + (position?.end.offset ?? 0),
  };
}

/** Returns the ranges of the nodes of some types in a tree. */
export function rangesOf(tree: Nodes, types: readonly Nodes['type'][]): readonly OffsetRange[] {
  const ranges: OffsetRange[] = [];
  visit(tree, (node) => {
    const range = types.includes(node.type) ? rangeOf(node) : null;
    if (range !== null) ranges.push(range);
  });
  return ranges;
}
