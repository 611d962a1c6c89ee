import { partitionPoint } from '../text/partition-point.ts';
import { createLineIndex, indexLines, type LineIndex } from '../text/line-index.ts';
import type { PlacedPiece } from './piece.ts';

/** Returns the line index of a text whose pieces know their own lines; all except the last piece end with a line. */
export function linesOfPieces(text: string, pieces: readonly PlacedPiece[]): LineIndex {
  const [first] = pieces;
  if (first === undefined) return createLineIndex(text);
  let lineCount = 1;
  const firstLines = pieces.map(({ piece }) => {
    const line = lineCount;
    lineCount += piece.lineStarts.length - 1;
    return line;
  });
  return indexLines(text, {
    lineCount,
    startOf(line) {
      if (line > lineCount) return text.length;
      const index = Math.max(partitionPoint(firstLines, (other) => other > line) - 1, 0);
      const placed = pieces[index];
      const own = line - (firstLines[index] ?? 1);
      // A byte order mark precedes the first piece, and on the first line.
      return own === 0 && index === 0
        ? 0
        : (placed?.start ?? 0) + (placed?.piece.lineStarts[own] ?? 0);
    },
    lineAt(offset) {
      const index = Math.max(partitionPoint(pieces, ({ start }) => start > offset) - 1, 0);
      const placed = pieces[index];
      const own = partitionPoint(
        placed?.piece.lineStarts ?? [],
        (start) => start > offset - (placed?.start ?? 0),
      );
      return (firstLines[index] ?? 1) + Math.max(own - 1, 0);
    },
  });
}
