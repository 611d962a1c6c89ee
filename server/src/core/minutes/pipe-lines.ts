import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';
import { blocksIn, readMinutes, type Block, type Minutes } from './read-minutes.ts';
import type { TableRow } from './table.ts';
import { tablesIn } from './tables-in.ts';

/**
 * Returns the lines of a range that are cut into cells by pipes, and yet are no table for want of a
 * fitting delimiter row: as rows, the lines that are together in one array.
 */
export function pipeLinesIn(
  minutes: Minutes,
  range: OffsetRange,
): readonly (readonly TableRow[])[] {
  return textRuns(minutes, range).flatMap((run) => {
    const source = minutes.text.slice(run.start, run.end);
    return source.includes('|') ? [readAsRows(source, run.start)] : [];
  });
}

/** Returns whether a line holds only what a delimiter row or an underline is made of (GFM 4.10). */
export function isDelimiterLike(line: string): boolean {
  return /^[ \t]*[-:|=][-:|= \t]*$/.test(line) && /[-=]/.test(line);
}

/** Joins paragraphs and underlined headings without a blank line between them. */
function textRuns(minutes: Minutes, range: OffsetRange): OffsetRange[] {
  const runs: OffsetRange[] = [];
  for (const { node, range: own } of blocksIn(minutes, range)) {
    if (!isText(node, minutes.text.charAt(own.start))) continue;
    const last = runs.at(-1);
    const between = last === undefined ? '' : minutes.text.slice(last.end, own.start);
    if (last !== undefined && /^[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(between)) {
      runs.splice(-1, 1, { start: last.start, end: own.end });
    } else runs.push(own);
  }
  return runs;
}

function isText(node: Block['node'], first: string): boolean {
  return node.type === 'paragraph' || (node.type === 'heading' && first !== '#');
}

/** Parses lines below a header of one column, with underlines as if they were words. */
function readAsRows(source: string, start: number): readonly TableRow[] {
  const header = '|x|\n|-|\n';
  const lines = source.replace(/[^\r\n]+/g, (line) =>
    isDelimiterLike(line) ? line.replace(/[-:=]/g, 'x') : line,
  );
  const document = readMinutes(parseMarkdown(header + lines));
  const [table] = tablesIn(document, { start: 0, end: document.text.length });
  const shift = start - header.length;
  return (table?.rows ?? []).map(({ range, cells }) => ({
    range: shiftRange(range, shift),
    cells: cells.map((cell) => ({
      ...cell,
      range: shiftRange(cell.range, shift),
      contentRange: shiftRange(cell.contentRange, shift),
    })),
  }));
}
