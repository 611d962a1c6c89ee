import type { Root } from 'mdast';
import { lineStarts } from '../text/line-index.ts';
import { answersDiffer, definedLabels, noLabels, type Labels } from './labels.ts';
import { parsePiece, type ParsedPiece, type PieceSource } from './parse-piece.ts';

/** A run of whole blocks, mostly a heading with what follows up to the next one. */
export interface Piece extends PieceSource {
  /** mdast with offsets, lines and columns relative to the piece; parsed when first asked for. */
  readonly tree: Root;
  /** A block of it is still open at its end, so that it isn't a piece yet. */
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
  return new LazyPiece(source, labels);
}

/** A class, because V8 makes objects slow whose literals have getters, and keeps them until the next full collection. */
class LazyPiece implements Piece {
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly mayDefine: boolean;
  readonly #labels: Labels;
  #parsed: ParsedPiece | null = null;
  #defines: Labels | null = null;
  #lineStarts: readonly number[] | null = null;

  constructor({ text, first, last }: PieceSource, labels: Labels) {
    this.text = text;
    this.first = first;
    this.last = last;
    this.mayDefine = text.includes(']:');
    this.#labels = labels;
  }

  get tree(): Root {
    return this.#parse().tree;
  }

  get open(): boolean {
    return this.#parse().open;
  }

  get lineStarts(): readonly number[] {
    return (this.#lineStarts ??= lineStarts(this.text));
  }

  get defines(): Labels {
    return (this.#defines ??= this.mayDefine ? definedLabels(this.tree) : noLabels);
  }

  withLabels(others: Labels): Piece {
    const affected =
      this.#parsed === null
        ? this.text.includes('[')
        : answersDiffer(this.#parsed.asked, this.#labels, others);
    return affected ? new LazyPiece(this, others) : this;
  }

  #parse(): ParsedPiece {
    return (this.#parsed ??= parsePiece(this, this.#labels));
  }
}
