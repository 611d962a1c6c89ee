import type { RootContent } from 'mdast';
import type { MarkdownDocument } from '../markdown/parse-markdown.ts';
import type { Piece } from '../markdown/piece.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';
import { headingsOf, type Heading } from './heading.ts';

/** A Markdown document read as minutes: its headings, and what stands below each. */
export interface Minutes {
  readonly markdown: MarkdownDocument;
  readonly text: string;
  /** Range of the YAML front matter with its fences. */
  readonly frontMatter: OffsetRange | null;
  /** All headings at the top level of the Markdown tree, in document order. */
  readonly headings: readonly Heading[];
  /** What was read of each piece, kept for the next version of the document. */
  readonly read: ReadonlyMap<Piece, readonly Heading[]>;
}

/** A node at the top level of the Markdown tree, with its place in the document. */
export interface Block {
  readonly node: RootContent;
  readonly range: OffsetRange;
}

/** Returns a Markdown document as minutes; what `previous` read of the same pieces is reused. */
export function readMinutes(markdown: MarkdownDocument, previous?: Minutes): Minutes {
  const read = new Map<Piece, readonly Heading[]>();
  const headings = markdown.pieces.flatMap(({ piece, start }) => {
    const own = read.get(piece) ?? previous?.read.get(piece) ?? headingsOf(piece);
    read.set(piece, own);
    return own.map((heading) => shiftHeading(heading, start));
  });
  return { markdown, text: markdown.text, frontMatter: frontMatterOf(markdown), headings, read };
}

/** Returns the top-level nodes that begin in a range of the document. */
export function blocksIn(minutes: Minutes, range: OffsetRange): readonly Block[] {
  return minutes.markdown.pieces.flatMap(({ piece, start }) => {
    if (start >= range.end || start + piece.text.length < range.start) return [];
    return piece.tree.children.flatMap((node): Block[] => {
      const block = {
        node,
        range: {
          start: start + (node.position?.start.offset ?? 0),
          end: start + (node.position?.end.offset ?? 0),
        },
      };
      return block.range.start >= range.start && block.range.start < range.end ? [block] : [];
    });
  });
}

function shiftHeading(heading: Heading, start: number): Heading {
  return {
    ...heading,
    range: shiftRange(heading.range, start),
    contentRange: shiftRange(heading.contentRange, start),
  };
}

function frontMatterOf({ pieces }: MarkdownDocument): OffsetRange | null {
  const first = pieces[0];
  const node = first?.piece.tree.children[0];
  if (first === undefined || node?.type !== 'yaml') return null;
  return {
    start: first.start + (node.position?.start.offset ?? 0),
    end: first.start + (node.position?.end.offset ?? 0),
  };
}
