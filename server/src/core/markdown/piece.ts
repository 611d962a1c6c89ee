import type { Root } from 'mdast';
import { answersDiffer, definedLabels, noLabels, type Labels } from './labels.ts';
import { parsePiece, type ParsedPiece, type PieceSource } from './parse-piece.ts';

/** A run of whole blocks, mostly a heading with what follows up to the next one. */
export interface Piece extends PieceSource {
  /** mdast with offsets, lines and columns relative to the piece; parsed when first asked for. */
  readonly tree: Root;
  /** A block of it is still open at its end, so that it is no piece yet. */
  readonly open: boolean;
  /** The labels that it defines for the whole document. */
  readonly defines: Labels;
  /** Returns the piece in a document that defines other labels; itself where its tree stays the same. */
  withLabels(labels: Labels): Piece;
}

/** Returns a piece of a document that defines the given labels. */
export function createPiece(source: PieceSource, labels: Labels): Piece {
  let parsed: ParsedPiece | null = null;
  let defines: Labels | null = null;
  const parse = (): ParsedPiece => (parsed ??= parsePiece(source, labels));
  const piece: Piece = {
    ...source,
    get tree() {
      return parse().tree;
    },
    get open() {
      return parse().open;
    },
    get defines() {
      defines ??= source.text.includes(']:') ? definedLabels(piece.tree) : noLabels;
      return defines;
    },
    withLabels(others) {
      const affected =
        parsed === null ? source.text.includes('[') : answersDiffer(parsed.asked, labels, others);
      return affected ? createPiece(source, others) : piece;
    },
  };
  return piece;
}
