import { partitionPoint } from './partition-point.ts';
import type { OffsetRange } from './offset-range.ts';

/** A place in a text as mdast's points have it: line and column both from 1, columns in UTF-16 units. */
export interface LinePoint {
  readonly line: number;
  readonly column: number;
}

/** Finds lines in a text; a line ends at `\n`, `\r\n` or a lone `\r`. */
export interface LineIndex {
  readonly lineCount: number;
  /** Returns the point of an offset, clamped to the text. */
  pointAt(offset: number): LinePoint;
  /** Returns the offset of a point, clamped to its line. */
  offsetAt(point: LinePoint): number;
  /** Returns the range of a 1-based line without its line ending. */
  lineRange(line: number): OffsetRange;
  /** Returns the range of the line that holds an offset, without its line ending. */
  lineRangeAt(offset: number): OffsetRange;
}

/** Where the lines of a text start. */
export interface LineStarts {
  readonly lineCount: number;
  /** Returns the offset of a 1-based line; the text's length after the last. */
  readonly startOf: (line: number) => number;
  /** Returns the 1-based line that holds an offset within the text. */
  readonly lineAt: (offset: number) => number;
}

/** Returns the line index of a text. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  return indexLines(text, {
    lineCount: starts.length,
    startOf: (line) => starts[line - 1] ?? text.length,
    lineAt: (offset) => partitionPoint(starts, (start) => start > offset),
  });
}

/** Returns the line index of a text whose lines start at the given offsets. */
export function indexLines(text: string, { lineCount, startOf, lineAt }: LineStarts): LineIndex {
  const lineRange = (line: number): OffsetRange => {
    const start = startOf(line);
    return { start, end: trimLineEnding(text, start, startOf(line + 1)) };
  };
  return {
    lineCount,
    lineRange,
    lineRangeAt: (offset) => lineRange(lineAt(offset)),
    pointAt(offset) {
      const clamped = Math.min(Math.max(offset, 0), text.length);
      const line = lineAt(clamped);
      return { line, column: clamped - startOf(line) + 1 };
    },
    offsetAt(point) {
      if (point.line < 1) return 0;
      if (point.line > lineCount) return text.length;
      const range = lineRange(point.line);
      return Math.min(range.start + Math.max(point.column - 1, 0), range.end);
    },
  };
}

/** Returns the offsets at which the lines of a text start; a line ends at `\n`, `\r\n` or a lone `\r`. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 13 && text.charCodeAt(offset + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(offset + 1);
  }
  return starts;
}

function trimLineEnding(text: string, start: number, end: number): number {
  let trimmed = end;
  if (trimmed > start && text.charCodeAt(trimmed - 1) === 10) trimmed--;
  if (trimmed > start && text.charCodeAt(trimmed - 1) === 13) trimmed--;
  return trimmed;
}
