import { displayWidth } from '../text/display-width.ts';
import type { TextEdit } from '../text/text-edit.ts';
import { whiteSpaceEdits } from '../text/white-space-edits.ts';
import { isSeparator, type TableLine, type TableLines } from './table-lines.ts';

/** A wider cell is not waited for: padding whole columns for one long text doesn't help. */
const widestCell = 60;

/** Returns the edits that align a table's columns by display width; they touch white space alone. */
export function alignTable(table: TableLines): readonly TextEdit[] {
  const lines = [table.header, table.delimiter, ...table.rows].filter((line) => !isSeparator(line));
  const widths = table.header.cells.map((_, column) => columnWidth(lines, column));
  const rightAligned = table.delimiter.cells.map(({ text }) => /^-+:$/.test(text));
  return lines.flatMap((line) =>
    whiteSpaceEdits(line.text, alignLine(line, widths, rightAligned), line.range.start),
  );
}

/** The first column of lines without a leading pipe is as wide as the others with theirs. */
function columnWidth(lines: readonly TableLine[], column: number): number {
  const widths = lines.map((line) => {
    const width = displayWidth(line.cells[column]?.text ?? '');
    return width > widestCell ? 0 : width + (column === 0 ? opening(line).length : 0);
  });
  return Math.max(...widths, 1);
}

function alignLine(
  { cells, ...line }: TableLine,
  widths: readonly number[],
  rightAligned: readonly boolean[],
): string {
  const aligned = cells.map(({ text }, column) => {
    const start = column === 0 ? opening(line) : ' ';
    const closed = column < cells.length - 1 || line.trailingPipe;
    const room = (widths[column] ?? 0) - displayWidth(text) - (column === 0 ? start.length : 0);
    const space = ' '.repeat(Math.max(room, 0));
    const content = rightAligned[column] === true ? space + text : text + space;
    return closed ? `${start}${content} |` : `${start}${content}`;
  });
  return aligned.join('').trimEnd();
}

function opening({ leadingPipe }: Pick<TableLine, 'leadingPipe'>): string {
  return leadingPipe ? '| ' : '';
}
