import type { RootContent } from 'mdast';
import { blockRange, rangeOf } from '../markdown/node-range.ts';
import { buildOutline, flattenSections } from '../minutes/outline.ts';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import { containsRange, shiftRange, type OffsetRange } from '../text/offset-range.ts';

/** Returns what can be selected around an offset, each within the next: word, item, list, section, whole text. */
export function selectionRanges(minutes: Minutes, offset: number): readonly OffsetRange[] {
  const { text } = minutes;
  const outline = buildOutline(
    minutes.headings.map((heading) => ({ heading, depth: heading.depth })),
    text.length,
  );
  const sections = flattenSections(outline).filter(({ range }) => holds(range, offset));
  const ranges = [
    wordAt(text, offset),
    ...blocksIn(minutes, { start: 0, end: text.length }).flatMap(({ node, range }) =>
      nodesAt(node, range.start - blockRange(node).start, offset),
    ),
    ...sections.flatMap(({ heading, range }) => [
      ...(holds(heading.range, offset) ? [heading.contentRange, heading.range] : []),
      { start: heading.range.end, end: range.end },
      range,
    ]),
    { start: 0, end: text.length },
  ].map((range) => trimmed(text, range));
  const around = ranges.filter((range) => holds(range, offset) && range.start < range.end);
  return around
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .reduce<OffsetRange[]>((nested, range) => {
      const last = nested.at(-1);
      const grows =
        last === undefined || (containsRange(range, last) && !containsRange(last, range));
      return grows ? [...nested, range] : nested;
    }, []);
}

function holds({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

function wordAt(text: string, offset: number): OffsetRange {
  const before =
    /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}

function nodesAt(node: RootContent, shift: number, offset: number): OffsetRange[] {
  const own = rangeOf(node);
  const range = own && shiftRange(own, shift);
  if (range === null || !holds(range, offset)) return [];
  const children = 'children' in node ? node.children : [];
  return [range, ...children.flatMap((child) => nodesAt(child, shift, offset))];
}

function trimmed(text: string, { start, end }: OffsetRange): OffsetRange {
  const source = text.slice(start, end);
  const before = source.length - source.replace(/^\s*[\r\n]/, '').length;
  return { start: start + before, end: Math.max(start + before, start + source.trimEnd().length) };
}
