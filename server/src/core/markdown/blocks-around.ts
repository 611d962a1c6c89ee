import type { Nodes, Parents, Root } from 'mdast';
import { partitionPoint } from '../text/partition-point.ts';
import type { LinePoint } from '../text/line-index.ts';
import { lineAt, type Line } from '../text/text-line.ts';
import type { MarkdownDocument } from './parse-markdown.ts';
import { createPiece, type PlacedPiece } from './piece.ts';

/** The blocks around an offset: a tree whose places are lines and columns. */
export interface BlocksAround {
  readonly tree: Root;
  /** The number of the line that holds the offset, from 1 as the tree counts. */
  readonly own: number;
  /** Returns a line of the tree with its offsets in the document; an empty one where there is none. */
  readonly lineOf: (number: number) => Line;
}

/** Longer runs of blocks without a heading between them take the parser longer than a key may take. */
const longest = 100_000;

/**
 * Returns the blocks around an offset; null where parsing them takes too long.
 * Where they are read as begun, a line that has only markers has the word that is about to be written there:
 * without it, `-` below a text would make a heading of it (CommonMark 4.3).
 */
export function blocksAround(
  document: MarkdownDocument,
  offset: number,
  reading: 'as-written' | 'as-begun',
): BlocksAround | null {
  const placed = pieceAt(document, offset);
  if (placed === null || placed.piece.text.length > longest) return null;
  const { piece, start } = placed;
  const starts = piece.lineStarts;
  const own = Math.max(
    1,
    partitionPoint(starts, (each) => each > offset - start),
  );
  const lineOf = (number: number): Line =>
    lineAt(document.text, start + (starts[number - 1] ?? piece.text.length));
  const tree = reading === 'as-begun' ? treeAsBegun(placed, lineOf(own), document) : piece.tree;
  return { tree, own, lineOf };
}

/** Returns the offset of a place in a tree, of which the line and column are those of the text. */
export function offsetOf({ lineOf }: BlocksAround, { line, column }: LinePoint): number {
  return lineOf(line).start + column - 1;
}

/** Returns the nodes around a line that pass a test, each with those that hold it, the outermost first. */
export function nodesAtLine<Node extends Nodes>(
  { tree, own }: BlocksAround,
  passes: (node: Nodes) => node is Node,
): readonly { readonly node: Node; readonly parents: readonly Parents[] }[] {
  const found: { node: Node; parents: readonly Parents[] }[] = [];
  const visit = (node: Nodes, parents: readonly Parents[]): void => {
    const { position } = node;
    const isAround =
      position === undefined || (position.start.line <= own && own <= position.end.line);
    if (!isAround) return;
    if (passes(node)) found.push({ node, parents });
    if ('children' in node) for (const child of node.children) visit(child, [...parents, node]);
  };
  visit(tree, []);
  return found;
}

/**
 * Returns what lines below a line begin with to belong to the same containers:
 * quotes stay, list markers are space, and so is the label of a footnote, which is four columns whatever its length.
 */
export function continuationOf(prefix: string): string {
  return prefix
    .replace(/\[\^[^\]]*\]:[ \t]*/g, '    ')
    .replace(/[-*+]|\d{1,9}[.)]/g, (marker) => ' '.repeat(marker.length));
}

function pieceAt({ pieces }: MarkdownDocument, offset: number): PlacedPiece | null {
  const next = partitionPoint(pieces, ({ start }) => start > offset);
  return pieces[Math.max(0, next - 1)] ?? null;
}

const markersAlone = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))*(?:\[[ xX]\][ \t]*)?$/;
const thematicBreak = /^[ \t>]*(?:[-*][ \t]*){3,}$/;

function treeAsBegun(
  { piece, start }: PlacedPiece,
  line: Line,
  { labels }: MarkdownDocument,
): Root {
  if (!markersAlone.test(line.text) || thematicBreak.test(line.text)) return piece.tree;
  const end = line.end - start;
  const word = /[ \t]$|^$/.test(line.text) ? 'x' : ' x';
  const text = piece.text.slice(0, end) + word + piece.text.slice(end);
  const { first, last } = piece;
  return createPiece({ text, first, last }, labels).tree;
}
