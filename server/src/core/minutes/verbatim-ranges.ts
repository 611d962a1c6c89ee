import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { rangeOf } from '../markdown/node-range.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** Returns the ranges of a tree's code, HTML, front matter and addresses of links: what is not prose. */
export function verbatimRangesIn(tree: Root): readonly OffsetRange[] {
  const ranges: OffsetRange[] = [];
  visit(tree, (node) => {
    const range = verbatimRange(node);
    if (range !== null) ranges.push(range);
  });
  return ranges;
}

/** Returns whether one of the ranges holds an offset. */
export function isWithin(offset: number, ranges: readonly OffsetRange[]): boolean {
  return ranges.some(({ start, end }) => start <= offset && offset < end);
}

function verbatimRange(node: Nodes): OffsetRange | null {
  const range = rangeOf(node);
  if (range === null) return null;
  switch (node.type) {
    case 'code':
    case 'inlineCode':
    case 'html':
    case 'yaml':
    case 'definition':
    case 'image':
      return range;
    case 'link':
      return { start: node.children.at(-1)?.position?.end.offset ?? range.start, end: range.end };
    default:
      return null;
  }
}
