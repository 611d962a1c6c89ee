import { readTableLine } from '../markdown/table-lines.ts';

/** Whether a table's rows are written with a pipe at their start and at their end. */
export interface RowStyle {
  readonly leadingPipe: boolean;
  readonly trailingPipe: boolean;
}

/** Returns how a row's line is written; without a pipe at its start, one at its end is an empty cell's. */
export function rowStyleOf(line: string): RowStyle {
  const { leadingPipe, trailingPipe } = readTableLine({ text: line, start: 0, end: line.length });
  return { leadingPipe, trailingPipe: leadingPipe && trailingPipe };
}

/** Returns the cells of a row's line as they are written, without the white space around. */
export function cellSources(line: string): readonly string[] {
  return readTableLine({ text: line, start: 0, end: line.length }).cells.map(({ text }) => text);
}

/** Returns a row's line; empty cells at its end keep the pipe before them. */
export function rowText(cells: readonly string[], { leadingPipe, trailingPipe }: RowStyle): string {
  const inner = cells.join(' | ').trimEnd();
  const end = trailingPipe ? ' |' : '';
  return `${leadingPipe ? '| ' : ''}${inner}${end}`.replace(/ {2,}(?=\|)/g, ' ');
}

/** Returns the delimiter row of a table with so many columns. */
export function delimiterText(columns: number, style: RowStyle): string {
  const dashes = Array.from({ length: columns }, () => '---');
  const hasPipes = style.leadingPipe || style.trailingPipe || columns === 1;
  return hasPipes ? rowText(dashes, { leadingPipe: true, trailingPipe: true }) : dashes.join('|');
}
