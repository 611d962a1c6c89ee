import type { LineIndex } from './line-index.ts';
import type { OffsetRange } from './offset-range.ts';

/** Returns the lines that a range touches, the last with its line ending. */
export function wholeLines({ start, end }: OffsetRange, lines: LineIndex): OffsetRange {
  const { line } = lines.pointAt(end);
  return {
    start: lines.lineRangeAt(start).start,
    end: line < lines.lineCount ? lines.lineRange(line + 1).start : lines.lineRange(line).end,
  };
}
