import type { Root } from 'mdast';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { cutOffsets } from './cut-offsets.ts';
import { definedLabels, labelsIn } from './labels.ts';
import { parsePiece } from './parse-piece.ts';

/** A text as Markdown: pieces that are parsed each for itself and kept while their text stays. */
export interface MarkdownDocument {
  readonly text: string;
  readonly lines: LineIndex;
  readonly pieces: readonly PlacedPiece[];
}

/** A piece with its place. */
export interface PlacedPiece {
  readonly piece: Piece;
  /** Offset of the piece in the document, in UTF-16 code units. */
  readonly start: number;
}

/** A run of whole blocks, mostly a heading with what follows up to the next one. */
export interface Piece {
  readonly text: string;
  /** mdast with offsets relative to the piece; lines and columns count from the piece, too. */
  readonly tree: Root;
  /** Stands at the start of the document, where front matter may be. */
  readonly first: boolean;
  /** Identifies what the tree was made from. */
  readonly key: string;
}

/**
 * Returns the text as Markdown, with GFM tables, task lists, autolink literals, strikethrough and
 * YAML front matter.
 * The joined trees of the pieces equal the tree of the whole text.
 * Pieces of `previous` whose text did not change are the same objects in the result.
 */
export function parseMarkdown(text: string, previous?: MarkdownDocument): MarkdownDocument {
  const reusable = new Map(previous?.pieces.map(({ piece }) => [piece.key, piece]));
  const parse = (source: PieceSource, labels: readonly string[]): Piece | null => {
    const key = pieceKey(source, labels);
    const known = reusable.get(key);
    if (known !== undefined) return known;
    const tree = parsePiece(source.text, { first: source.first, last: source.last, labels });
    return tree === null ? null : { text: source.text, first: source.first, tree, key };
  };
  const placed = linkDefinitions(parsePieces(text, parse), parse);
  let lines: LineIndex | null = null;
  return {
    text,
    pieces: placed,
    get lines() {
      return (lines ??= createLineIndex(text));
    },
  };
}

interface PieceSource {
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
}

type ParsePiece = (source: PieceSource, labels: readonly string[]) => Piece | null;

interface SourcedPiece extends PlacedPiece {
  readonly source: PieceSource;
}

function pieceKey(source: PieceSource, labels: readonly string[]): string {
  const flags = (source.first ? 'first' : '') + (source.last ? 'last' : '');
  return `${flags}\n${labels.join('\n')}\n\n${source.text}`;
}

/** Parses from cut to cut; what is still open at a cut is joined with twice as much of what follows. */
function parsePieces(text: string, parse: ParsePiece): SourcedPiece[] {
  const cuts = cutOffsets(text);
  const pieces: SourcedPiece[] = [];
  let from = 0;
  let span = 1;
  while (from < cuts.length - 1) {
    const to = Math.min(from + span, cuts.length - 1);
    const start = cuts[from] ?? 0;
    const end = cuts[to] ?? text.length;
    const source = { text: text.slice(start, end), first: from === 0, last: end === text.length };
    const piece = parse(source, []);
    if (piece === null) {
      span *= 2;
      continue;
    }
    pieces.push({ piece, start, source });
    from = to;
    span = 1;
  }
  return pieces;
}

/** Parses again, with the labels that other pieces define, the pieces that may refer to them. */
function linkDefinitions(pieces: readonly SourcedPiece[], parse: ParsePiece): PlacedPiece[] {
  const defined = new Map(pieces.map(({ piece }) => [piece, definedLabels(piece.tree)]));
  const all = new Set([...defined.values()].flatMap((labels) => [...labels]));
  return pieces.map(({ piece, start, source }) => {
    if (all.size === 0) return { piece, start };
    const own = defined.get(piece);
    const foreign = labelsIn(source.text).filter((label) => all.has(label) && !own?.has(label));
    return { piece: foreign.length === 0 ? piece : (parse(source, foreign) ?? piece), start };
  });
}
