import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { blockRange } from '../markdown/node-range.ts';
import type { Piece } from '../markdown/piece.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { cachedByObject } from '../text/cached.ts';
import { readLabel, type Label } from './label.ts';

/** A line of a paragraph, or the first line of a list item; none in quotes, tables, code and headings. */
export interface TextLine {
  /** As it is written, without indentation, list marker and check box. */
  readonly text: string;
  /** Its place, relative to the piece. */
  readonly range: OffsetRange;
  /** How many lists it is in. */
  readonly depth: number;
  /** What it is called, where it begins with a label. */
  readonly label: Label | null;
  /** What goes on below it: the rest of its item, or the lines up to the next label and the list after them. */
  readonly below: OffsetRange;
}

/** Returns the lines of text in a piece, in order; the result is cached. */
export const textLinesOf: (piece: Piece) => readonly TextLine[] = cachedByObject((piece: Piece) =>
  linesOf(piece.tree.children, piece.text, 0),
);

function linesOf(nodes: readonly RootContent[], text: string, depth: number): TextLine[] {
  return nodes.flatMap((node, index): TextLine[] => {
    if (node.type === 'paragraph') return paragraphLines(node, nodes[index + 1], text, depth);
    return node.type === 'list' ? listLines(node, text, depth + 1) : [];
  });
}

function listLines(list: List, text: string, depth: number): TextLine[] {
  return list.children.flatMap((item) => [
    ...itemLine(item, text, depth),
    ...linesOf(item.children.slice(1), text, depth),
  ]);
}

function itemLine(item: ListItem, text: string, depth: number): TextLine[] {
  const [first] = item.children;
  if (first?.type !== 'paragraph') return [];
  const [line] = sourceLines(first, text);
  if (line === undefined) return [];
  const end = item.position?.end.offset ?? line.end;
  return [toLine(line, { start: line.end, end }, text, depth)];
}

function paragraphLines(
  paragraph: Paragraph,
  next: RootContent | undefined,
  text: string,
  depth: number,
): TextLine[] {
  const lines = sourceLines(paragraph, text);
  const labeled = lines.map((line) => readLabel(text.slice(line.start, line.end)) !== null);
  return lines.map((line, index) => {
    const after = labeled.indexOf(true, index + 1);
    const last = lines[(after === -1 ? lines.length : after) - 1] ?? line;
    const list = after === -1 && next?.type === 'list' ? next.position?.end.offset : undefined;
    return toLine(line, { start: line.end, end: list ?? last.end }, text, depth);
  });
}

function toLine(range: OffsetRange, below: OffsetRange, piece: string, depth: number): TextLine {
  const text = piece.slice(range.start, range.end);
  return { text, range, depth, label: readLabel(text), below };
}

/** Returns the lines of a paragraph without the white space and the marks of blocks around them. */
function sourceLines(paragraph: Paragraph, text: string): OffsetRange[] {
  const { start, end } = blockRange(paragraph);
  const source = text.slice(start, end);
  return [...source.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const before = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const content = line.trim();
    const from = start + index + before;
    return content === '' ? [] : [{ start: from, end: from + content.length }];
  });
}
