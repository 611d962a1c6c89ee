import type { Nodes, Table } from 'mdast';
import { visit } from 'unist-util-visit';
import type { OffsetRange } from '../text/offset-range.ts';
import { lineAt, type Line } from '../text/text-line.ts';
import { blocksAround, nodesAtLine, type BlocksAround } from './blocks-around.ts';
import type { MarkdownDocument } from './parse-markdown.ts';
import type { PlacedPiece } from './piece.ts';

/** A pipe table as its lines write it (GFM 4.10). */
export interface TableLines {
  readonly header: TableLine;
  readonly delimiter: TableLine;
  readonly rows: readonly TableLine[];
  /** From the start of the header to the end of the last row. */
  readonly range: OffsetRange;
}

/** One line of a table. */
export interface TableLine {
  /** From its first character after what holds the table, to its end. */
  readonly range: OffsetRange;
  /** What holds the table: space, quotes, and the marker of an item that begins with it. */
  readonly indent: string;
  readonly text: string;
  readonly cells: readonly CellText[];
  readonly leadingPipe: boolean;
  readonly trailingPipe: boolean;
}

/** What is between two pipes. */
export interface CellText {
  readonly range: OffsetRange;
  /** Without the white space around; after one space where there is nothing else. */
  readonly contentRange: OffsetRange;
  readonly text: string;
}

/** Returns the table whose line holds an offset, or null; also one within lists and quotes. */
export function tableAt(document: MarkdownDocument, offset: number): TableLines | null {
  const around = blocksAround(document, offset, 'as-written');
  const found = around && nodesAtLine(around, isTable).at(-1)?.node;
  return found ? readTable(found, around) : null;
}

/** Returns all tables of a piece of a document, also those within lists and quotes. */
export function tablesOf(
  document: MarkdownDocument,
  { piece, start }: PlacedPiece,
): readonly TableLines[] {
  const starts = piece.lineStarts;
  const lineOf = (number: number): Line =>
    lineAt(document.text, start + (starts[number - 1] ?? piece.text.length));
  const tables: TableLines[] = [];
  visit(piece.tree, 'table', (node) => {
    const table = readTable(node, { lineOf });
    if (table !== null) tables.push(table);
  });
  return tables;
}

function readTable(node: Table, { lineOf }: Pick<BlocksAround, 'lineOf'>): TableLines | null {
  const [header, ...rows] = node.children.flatMap(({ position }) =>
    position === undefined
      ? []
      : [readTableLine(lineOf(position.start.line), position.start.column - 1)],
  );
  const below = lineOf((node.position?.start.line ?? 0) + 1);
  const delimiter = readTableLine(below, /^[ \t>]*/.exec(below.text)?.[0].length);
  if (header === undefined) return null;
  const range = { start: header.range.start, end: (rows.at(-1) ?? delimiter).range.end };
  return { header, delimiter, rows, range };
}

function isTable(node: Nodes): node is Table {
  return node.type === 'table';
}

/** Returns the cells of a line, split at pipes that no backslash escapes, from a column on. */
export function readTableLine(line: Line, column = 0): TableLine {
  const text = line.text.slice(column);
  const start = line.start + column;
  const trimmed = text.trimEnd();
  const pipes = [...trimmed.matchAll(/\\[\\|]|\|/g)].flatMap(({ 0: found, index }) =>
    found === '|' ? [index] : [],
  );
  const leadingPipe = /^[ \t]*\|/.test(text);
  const trailingPipe = pipes.length > (leadingPipe ? 1 : 0) && pipes.at(-1) === trimmed.length - 1;
  const bounds = [
    ...(leadingPipe ? [] : [-1]),
    ...pipes,
    ...(trailingPipe ? [] : [trimmed.length]),
  ];
  const cells = bounds.slice(0, -1).map((bound, index) => {
    const range = { start: start + bound + 1, end: start + (bounds[index + 1] ?? trimmed.length) };
    return readCell(text.slice(range.start - start, range.end - start), range);
  });
  const indent = line.text.slice(0, column);
  return { range: { start, end: line.end }, indent, text, cells, leadingPipe, trailingPipe };
}

/** Returns whether a row is a separator that means something to readers: `||` alone, without white space after. */
export function isSeparator({ text }: Pick<TableLine, 'text'>): boolean {
  return text.trimStart() === '||';
}

/** Returns the empty first cell with which the table writes rows that continue others. */
export function continuationCell({ header, rows }: TableLines): string {
  const written = rows.find(
    (row) => row.leadingPipe && !isSeparator(row) && row.cells[0]?.text === '',
  );
  if (written === undefined) return header.leadingPipe ? '  ' : '';
  const { text, range, cells } = written;
  return text.slice(text.indexOf('|') + 1, (cells[0]?.range.end ?? range.start) - range.start);
}

function readCell(text: string, range: OffsetRange): CellText {
  const content = text.trim();
  const before = content === '' ? Math.min(text.length, 1) : text.length - text.trimStart().length;
  const start = range.start + before;
  return { range, contentRange: { start, end: start + content.length }, text: content };
}
