import { lineAfter, lineAt, type Line } from './text-line.ts';
import type { OffsetRange } from './offset-range.ts';
import type { TextEdit } from './text-edit.ts';

/** Returns the columns that the start of a line takes, with tab stops every four columns (CommonMark 2.2). */
export function columnsOf(start: string): number {
  let columns = 0;
  for (const character of start) columns += character === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}

/** Returns the tabs, and the spaces after them, that lead from one column to another. */
export function tabsBetween(from: number, to: number): string {
  const stop = from + 4 - (from % 4);
  return stop <= to ? '\t' + tabsBetween(stop, to) : ' '.repeat(Math.max(0, to - from));
}

/** Returns the white space that a line begins with. */
export function indentationOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Returns the lines that a range touches, without their endings. */
export function linesIn(text: string, { start, end }: OffsetRange): readonly Line[] {
  const lines: Line[] = [];
  for (
    let line: Line | null = lineAt(text, start);
    line !== null && (line.start < end || lines.length === 0);
    line = lineAfter(text, line)
  ) {
    lines.push(line);
  }
  return lines;
}

/** Returns the edits that give a line as many spaces before its text; none where it has them. */
export function indentLine(line: Line, columns: number): readonly TextEdit[] {
  const present = indentationOf(line.text);
  const text = ' '.repeat(Math.max(0, columns));
  return present === text || present === line.text
    ? []
    : [{ range: { start: line.start, end: line.start + present.length }, text }];
}

/** Returns the edits that move lines by some columns, their indentation written as spaces. */
export function shiftLines(lines: readonly Line[], columns: number): readonly TextEdit[] {
  return lines.flatMap((line) => indentLine(line, columnsOf(indentationOf(line.text)) + columns));
}
