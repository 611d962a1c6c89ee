import type { Heading as HeadingNode } from 'mdast';
import { noLabels } from '../markdown/labels.ts';
import { createPiece, type Piece } from '../markdown/piece.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { shiftRange, type OffsetRange } from '../text/offset-range.ts';
import { cachedByText, once } from '../text/cached.ts';
import { visibleText } from './plain-text.ts';
import { scanHeadingLines, scanInline } from './heading-scanner.ts';

/** A heading by what it says, wherever it is. */
export interface OutlineHeading {
  readonly depth: number;
  /** A bold line is a heading where a template has such a line as a section. */
  readonly style: 'atx' | 'setext' | 'bold';
  /** As it is written, with its marker. */
  readonly source: string;
  /** What a reader sees of it. */
  readonly text: string;
  /** The text without struck words. */
  readonly unstruckText: string;
  /** The text as it is compared. */
  readonly key: string;
}

/** A heading at the top level of the Markdown tree. */
export interface Heading extends OutlineHeading {
  /** The heading's line or lines, without the line ending. */
  readonly range: OffsetRange;
  /** Its content: without the marker, closing sequence and comments. */
  readonly contentRange: OffsetRange;
  /** Returns its node with offsets relative to its piece, which is parsed when first asked. */
  readonly node: () => HeadingNode;
}

/** Returns whether two lists of headings say the same, wherever the headings are. */
export function sayTheSame(before: readonly Heading[], after: readonly Heading[]): boolean {
  return (
    before.length === after.length &&
    before.every((heading, index) => {
      const now = after[index];
      return (
        heading === now ||
        (heading.source === now?.source &&
          heading.text === now.text &&
          heading.unstruckText === now.unstruckText)
      );
    })
  );
}

/** Returns the headings of a piece in document order, with offsets relative to the piece. */
export function headingsOf(piece: Piece): readonly Heading[] {
  return (
    scanHeadings(piece) ??
    piece.tree.children.flatMap((node) =>
      node.type === 'heading' ? (toHeading(node, piece) ?? []) : [],
    )
  );
}

/** Returns the heading as one of a document in which its piece starts at an offset. */
export function shiftHeading(heading: Heading, start: number): Heading {
  const { range, contentRange } = heading;
  return {
    ...heading,
    range: shiftRange(range, start),
    contentRange: shiftRange(contentRange, start),
  };
}

/** A heading as it is at offset 0, and where it starts. */
export interface PlacedHeading {
  readonly heading: Heading;
  readonly start: number;
}

/**
 * Returns the heading that a line with an ATX marker is, wherever it is, at offset 0;
 * null where that depends on the definitions of links elsewhere.
 */
export function headingOfLine(line: string): Heading | null {
  const piece = once(() => createPiece({ text: line, first: true, last: true }, noLabels));
  const plain = plainHeading(line, () => headingNode(piece()));
  return plain ?? (line.includes('[') ? null : (headingsOf(piece())[0] ?? null));
}

/** Returns the headings without parsing the piece, or null where that can't be. */
function scanHeadings(piece: Piece): readonly Heading[] | null {
  const lines = scanHeadingLines(piece.text);
  const line = lines?.[0];
  if (line === undefined) return lines === null ? null : [];
  const heading = plainHeading(line, () => headingNode(piece));
  return heading === null ? null : [heading];
}

/** Returns the heading that a line is, at offset 0, or null where only parsing can say what it says. */
function plainHeading(line: string, node: () => HeadingNode): Heading | null {
  const plain = readPlainLine(line);
  return plain === null ? null : { ...plain, node };
}

/** Cached, for the headings of a series repeat themselves. */
const readPlainLine = cachedByText((line): Omit<Heading, 'node'> | null => {
  const content = contentRange(line, 0);
  const text = line.includes('<') ? null : scanInline(line.slice(content.start, content.end));
  if (text === null) return null;
  return {
    depth: /^#+/.exec(line)?.[0].length ?? 1,
    style: 'atx',
    range: { start: 0, end: line.length },
    contentRange: content,
    source: line,
    text,
    key: normalizeText(text),
    unstruckText: text,
  };
});

/** Returns the node of the heading that a piece begins with. */
function headingNode({ tree }: Piece): HeadingNode {
  const node = tree.children[0];
  return node?.type === 'heading' ? node : { type: 'heading', depth: 1, children: [] };
}

function toHeading(node: HeadingNode, piece: Piece): Heading | null {
  if (node.position === undefined) return null;
  const range = {
    start: node.position.start.offset ?? 0,
    end: node.position.end.offset ?? 0,
  };
  const source = piece.text.slice(range.start, range.end);
  const text = visibleText(node);
  return {
    depth: node.depth,
    style: source.startsWith('#') ? 'atx' : 'setext',
    range,
    contentRange: contentRange(source, range.start),
    source,
    text,
    key: normalizeText(text),
    unstruckText: unstruckText(node),
    node: () => node,
  };
}

function unstruckText(node: HeadingNode): string {
  if (node.children.every((child) => child.type !== 'delete')) return visibleText(node);
  return visibleText({ ...node, children: node.children.filter(({ type }) => type !== 'delete') });
}

/** Finds the content of a heading's source (CommonMark 4.2 and 4.3). */
function contentRange(source: string, start: number): OffsetRange {
  const opening = /^#{1,6}[ \t]*/.exec(source)?.[0].length ?? 0;
  const end = opening > 0 ? closingStart(source, opening) : underlineStart(source);
  const comments = endingComments.exec(source.slice(opening, end));
  return { start: start + opening, end: start + (comments ? opening + comments.index : end) };
}

const endingComments = /(?<![ \t])(?:[ \t]*<!--(?:[^-]|-(?!->))*-->)+[ \t]*$/;

/** Returns the offset of an ATX heading's closing sequence with the white space before it, or of its end. */
function closingStart(source: string, opening: number): number {
  const end = trimmedEnd(source, source.length);
  const closing = /#+$/.exec(source.slice(opening, end))?.[0].length ?? 0;
  const before = end - closing;
  const closes = before === opening || /[ \t]/.test(source.charAt(before - 1));
  return Math.max(opening, trimmedEnd(source, closes ? before : end));
}

/** Returns the offset of a setext heading's line ending before its underline. */
function underlineStart(source: string): number {
  const line = Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r'));
  const end = source.charAt(line - 1) === '\r' && source.charAt(line) === '\n' ? line - 1 : line;
  return trimmedEnd(source, end);
}

function trimmedEnd(source: string, end: number): number {
  let trimmed = end;
  while (trimmed > 0 && /[ \t]/.test(source.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}
