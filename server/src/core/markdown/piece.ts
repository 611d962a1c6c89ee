import type { Root } from 'mdast';
import { lineStarts } from '../text/line-index.ts';
import { answersDiffer, definedLabels, noLabels, type Labels } from './labels.ts';
import { parsePiece, type ParsedPiece, type PieceSource } from './parse-piece.ts';

/** A run of whole blocks, mostly a heading with what follows up to the next one. */
export interface Piece extends PieceSource {
  /** mdast with offsets, lines and columns relative to the piece; parsed when first asked for. */
  readonly tree: Root;
  /** A block of it is still open at its end, so that it is no piece yet. */
  readonly open: boolean;
  /** Offsets at which its lines start, relative to the piece; the last is its end where that is a line's. */
  readonly lineStarts: readonly number[];
  /** Whether its text has what a definition needs. */
  readonly mayDefine: boolean;
  /** The labels that it defines for the whole document. */
  readonly defines: Labels;
  /** Returns the piece in a document that defines other labels; itself where its tree stays the same. */
  withLabels(labels: Labels): Piece;
}

/** A piece with its place. */
export interface PlacedPiece {
  readonly piece: Piece;
  /** Offset of the piece in the document, in UTF-16 code units. */
  readonly start: number;
}

/** Returns a piece of a document that defines the given labels. */
export function createPiece(source: PieceSource, labels: Labels): Piece {
  let parsed: ParsedPiece | null = null;
  let defines: Labels | null = null;
  let starts: readonly number[] | null = null;
  const parse = (): ParsedPiece => (parsed ??= parsePiece(source, labels));
  const mayDefine = source.text.includes(']:');
  const piece: Piece = {
    ...source,
    mayDefine,
    get tree() {
      return parse().tree;
    },
    get open() {
      return parse().open;
    },
    get lineStarts() {
      return (starts ??= lineStarts(source.text));
    },
    get defines() {
      return (defines ??= mayDefine ? definedLabels(piece.tree) : noLabels);
    },
    withLabels(others) {
      const affected =
        parsed === null ? source.text.includes('[') : answersDiffer(parsed.asked, labels, others);
      return affected ? createPiece(source, others) : piece;
    },
  };
  return piece;
}
