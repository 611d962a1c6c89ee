import type { Piece, PlacedPiece } from './piece.ts';

/**
 * Returns what was known of the pieces of another version, by the index of a piece in this one;
 * undefined for those that an edit made: pieces before it keep their index, those after it the one from the end.
 */
export function alignVersions<Known extends { readonly piece: Piece }>(
  pieces: readonly PlacedPiece[],
  before: readonly Known[],
): (index: number) => Known | undefined {
  const shift = before.length - pieces.length;
  return (index) => {
    const piece = pieces[index]?.piece;
    const leading = before[index];
    if (leading?.piece === piece) return leading;
    const trailing = before[index + shift];
    return trailing?.piece === piece ? trailing : undefined;
  };
}
