import type { RootContent } from 'mdast';
import type { MarkdownDocument } from '../markdown/parse-markdown.ts';
import type { Piece, PlacedPiece } from '../markdown/piece.ts';
import { firstIndex } from '../text/first-index.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';
import { headingsOf, shiftHeading, type Heading } from './heading.ts';
import { fileLinksOf, type FileLink } from './link-targets.ts';

/** A Markdown document read as minutes: its headings, and what stands below each. */
export interface Minutes {
  readonly markdown: MarkdownDocument;
  readonly text: string;
  /** Range of the YAML front matter with its fences. */
  readonly frontMatter: OffsetRange | null;
  /** All headings at the top level of the Markdown tree, in document order. */
  readonly headings: readonly Heading[];
  /** Returns the links to files by relative paths, in document order. */
  readonly fileLinks: () => readonly FileLink[];
  /** What was read of each piece of this version and others, for as long as the pieces are. */
  readonly read: WeakMap<Piece, ReadPiece>;
}

/** What was read of a piece; its headings as the piece and as the document places them. */
interface ReadPiece {
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

/** Returns a Markdown document as minutes; what `previous` read of the same pieces is reused. */
export function readMinutes(markdown: MarkdownDocument, previous?: Minutes): Minutes {
  const read = previous?.read ?? new WeakMap<Piece, ReadPiece>();
  const headings: Heading[] = [];
  const linking: ReadPiece[] = [];
  for (const placed of markdown.pieces) {
    const own = readPiece(placed, read);
    headings.push(...own.placed);
    if (own.fileLinks !== null) linking.push(own);
  }
  return {
    markdown,
    text: markdown.text,
    frontMatter: frontMatterOf(markdown),
    headings,
    fileLinks: () => linking.flatMap(placeLinks),
    read,
  };
}

function readPiece({ piece, start }: PlacedPiece, read: WeakMap<Piece, ReadPiece>): ReadPiece {
  const known = read.get(piece);
  if (known?.start === start) return known;
  const own = known?.own ?? headingsOf(piece);
  const placed = own.map((heading) => shiftHeading(heading, start));
  const fileLinks = known === undefined ? fileLinksOf(piece) : known.fileLinks;
  const fresh = { own, start, placed, fileLinks };
  read.set(piece, fresh);
  return fresh;
}

function placeLinks({ start, fileLinks }: ReadPiece): readonly FileLink[] {
  return (fileLinks?.() ?? []).map(({ range, path }) => ({
    range: shiftRange(range, start),
    path,
  }));
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
  const first = firstIndex(pieces, (placed) => placed.start + placed.piece.text.length > start);
  const last = firstIndex(pieces, (placed) => placed.start >= end);
  return pieces.slice(first, Math.max(first, last));
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
