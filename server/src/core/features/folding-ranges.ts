import { buildOutline, flattenSections } from '../minutes/outline.ts';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import type { OffsetRange } from '../text/offset-range.ts';

/** What can be folded away below its first line. */
export interface FoldingRange {
  readonly range: OffsetRange;
  readonly kind: 'section' | 'table' | 'list' | 'comment' | 'code' | 'front-matter';
}

/** Returns what can be folded in minutes: sections, tables, lists, comments, code and front matter. */
export function foldingRanges(minutes: Minutes): readonly FoldingRange[] {
  const outline = buildOutline(
    minutes.headings.map((heading) => ({ heading, depth: heading.depth })),
    minutes.text.length,
  );
  const sections = flattenSections(outline).map(({ range }): FoldingRange => ({
    range: trimEnd(range, minutes.text),
    kind: 'section',
  }));
  const blocks = blocksIn(minutes, { start: 0, end: minutes.text.length }).flatMap(
    ({ node, range }): FoldingRange[] => {
      const kind = kindOf(node.type);
      return kind === null ? [] : [{ range, kind }];
    },
  );
  return [...sections, ...blocks]
    .filter(({ range }) => /[\r\n]/.test(minutes.text.slice(range.start, range.end)))
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

function kindOf(type: string): FoldingRange['kind'] | null {
  switch (type) {
    case 'table':
    case 'list':
    case 'code':
      return type;
    case 'html':
      return 'comment';
    case 'yaml':
      return 'front-matter';
    default:
      return null;
  }
}

function trimEnd({ start, end }: OffsetRange, text: string): OffsetRange {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
