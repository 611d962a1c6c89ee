import type { RootContent } from 'mdast';
import { alignVersions } from '../markdown/align-versions.ts';
import { blockRange } from '../markdown/node-range.ts';
import type { MarkdownDocument } from '../markdown/parse-markdown.ts';
import type { Piece, PlacedPiece } from '../markdown/piece.ts';
import { partitionPoint } from '../text/partition-point.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';
import { headingsOf, sayTheSame, shiftHeading, type Heading } from './heading.ts';
import { fileLinksOf, type FileLink } from './link-targets.ts';

/** A Markdown document read as minutes: its headings, and what is below each. */
export interface Minutes {
  readonly markdown: MarkdownDocument;
  readonly text: string;
  /** Range of the YAML front matter with its fences. */
  readonly frontMatter: OffsetRange | null;
  /** All headings at the top level of the Markdown tree, in document order. */
  readonly headings: readonly Heading[];
  /** Returns the links to files by relative paths, in document order. */
  readonly fileLinks: () => readonly FileLink[];
  /** What was read of each piece. */
  readonly parts: readonly ReadPiece[];
  /** The same object in all versions of a document whose headings say the same. */
  readonly outlineKey: object;
}

/** What was read of a piece; its headings as the piece and as the document places them. */
interface ReadPiece {
  readonly piece: Piece;
  readonly own: readonly Heading[];
  readonly start: number;
  readonly placed: readonly Heading[];
  /** Returns its links to files, with offsets relative to the piece; null where its text can hold none. */
  readonly fileLinks: (() => readonly FileLink[]) | null;
}

/** A node at the top level of the Markdown tree, with its place in the document. */
export interface Block {
  readonly node: RootContent;
  readonly range: OffsetRange;
}

/** Returns a Markdown document as minutes; what `previous` read of the pieces around an edit is reused. */
export function readMinutes(markdown: MarkdownDocument, previous?: Minutes): Minutes {
  const known = alignVersions(markdown.pieces, previous?.parts ?? []);
  const parts = markdown.pieces.map((placed, index) => readPiece(placed, known(index)));
  const headings = parts.flatMap(({ placed }) => placed);
  const isSameOutline = headings.length > 0 && sayTheSame(previous?.headings ?? [], headings);
  return {
    markdown,
    text: markdown.text,
    frontMatter: frontMatterOf(markdown),
    headings,
    fileLinks: () => parts.filter(({ fileLinks }) => fileLinks !== null).flatMap(placeLinks),
    parts,
    outlineKey: (isSameOutline ? previous?.outlineKey : null) ?? {},
  };
}

function readPiece({ piece, start }: PlacedPiece, known: ReadPiece | undefined): ReadPiece {
  if (known?.start === start) return known;
  const own = known?.own ?? headingsOf(piece);
  const placed = own.map((heading) => shiftHeading(heading, start));
  const fileLinks = known === undefined ? fileLinksOf(piece) : known.fileLinks;
  return { piece, own, start, placed, fileLinks };
}

function placeLinks({ start, fileLinks }: ReadPiece): readonly FileLink[] {
  return (fileLinks?.() ?? []).map(({ range, ...link }) => ({
    ...link,
    range: shiftRange(range, start),
  }));
}

/** Returns the top-level nodes that begin in a range of the document. */
export function blocksIn({ markdown }: Minutes, range: OffsetRange): readonly Block[] {
  return piecesIn(markdown, range).flatMap(({ piece, start }) =>
    piece.tree.children.flatMap((node): Block[] => {
      const own = blockRange(node, start);
      return own.start >= range.start && own.start < range.end ? [{ node, range: own }] : [];
    }),
  );
}

/** Returns the pieces that share text with a range, found by bisection. */
export function piecesIn(
  { pieces }: MarkdownDocument,
  { start, end }: OffsetRange,
): readonly PlacedPiece[] {
  const first = partitionPoint(pieces, (placed) => placed.start + placed.piece.text.length > start);
  const last = partitionPoint(pieces, (placed) => placed.start >= end);
  return pieces.slice(first, Math.max(first, last));
}

function frontMatterOf({ pieces }: MarkdownDocument): OffsetRange | null {
  const first = pieces[0];
  if (first?.piece.text.startsWith('---') !== true) return null;
  const node = first.piece.tree.children[0];
  if (node?.type !== 'yaml') return null;
  return blockRange(node, first.start);
}
