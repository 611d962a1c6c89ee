import type { RootContent } from 'mdast';
import type { MarkdownDocument, PlacedPiece } from '../markdown/parse-markdown.ts';
import type { Piece } from '../markdown/piece.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { headingsOf, shiftHeading, type Heading } from './heading.ts';

/** A Markdown document read as minutes: its headings, and what stands below each. */
export interface Minutes {
  readonly markdown: MarkdownDocument;
  readonly text: string;
  /** Range of the YAML front matter with its fences. */
  readonly frontMatter: OffsetRange | null;
  /** All headings at the top level of the Markdown tree, in document order. */
  readonly headings: readonly Heading[];
  /** What was read of each piece, kept for the next version of the document. */
  readonly read: ReadonlyMap<Piece, ReadPiece>;
}

/** The headings of a piece, as the piece and as the document places them. */
interface ReadPiece {
  readonly own: readonly Heading[];
  readonly start: number;
  readonly placed: readonly Heading[];
}

/** A node at the top level of the Markdown tree, with its place in the document. */
export interface Block {
  readonly node: RootContent;
  readonly range: OffsetRange;
}

/** Returns a Markdown document as minutes; what `previous` read of the same pieces is reused. */
export function readMinutes(markdown: MarkdownDocument, previous?: Minutes): Minutes {
  const read = new Map<Piece, ReadPiece>();
  const headings = markdown.pieces.flatMap(({ piece, start }) => {
    const known = read.get(piece) ?? previous?.read.get(piece);
    if (known?.start === start) {
      read.set(piece, known);
      return known.placed;
    }
    const own = known?.own ?? headingsOf(piece);
    const placed = own.map((heading) => shiftHeading(heading, start));
    read.set(piece, { own, start, placed });
    return placed;
  });
  return { markdown, text: markdown.text, frontMatter: frontMatterOf(markdown), headings, read };
}

/** Returns the top-level nodes that begin in a range of the document. */
export function blocksIn({ markdown }: Minutes, range: OffsetRange): readonly Block[] {
  return piecesIn(markdown, range).flatMap(({ piece, start }) =>
    piece.tree.children.flatMap((node): Block[] => {
      const from = start + (node.position?.start.offset ?? 0);
      const end = start + (node.position?.end.offset ?? 0);
      return from >= range.start && from < range.end ? [{ node, range: { start: from, end } }] : [];
    }),
  );
}

/** Returns the pieces that share text with a range, found by bisection. */
export function piecesIn(
  { pieces }: MarkdownDocument,
  { start, end }: OffsetRange,
): readonly PlacedPiece[] {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const placed = pieces[middle];
    if (placed !== undefined && placed.start + placed.piece.text.length <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((pieces[last]?.start ?? Infinity) < end) last++;
  return pieces.slice(low, last);
}

function frontMatterOf({ pieces }: MarkdownDocument): OffsetRange | null {
  const first = pieces[0];
  if (first?.piece.text.startsWith('---') !== true) return null;
  const node = first.piece.tree.children[0];
  if (node?.type !== 'yaml') return null;
  return {
    start: first.start + (node.position?.start.offset ?? 0),
    end: first.start + (node.position?.end.offset ?? 0),
  };
}
