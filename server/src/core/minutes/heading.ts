import type { Heading as HeadingNode } from 'mdast';
import type { Piece } from '../markdown/piece.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { plainText } from './plain-text.ts';

/** A heading at the top level of the Markdown tree. */
export interface Heading {
  readonly depth: number;
  readonly style: 'atx' | 'setext';
  /** The heading's line or lines, without the line ending. */
  readonly range: OffsetRange;
  /** Its content: without the marker, closing sequence and comments. */
  readonly contentRange: OffsetRange;
  /** What a reader sees of it. */
  readonly text: string;
  /** The text without struck words. */
  readonly unstruckText: string;
  /** The text as it is compared. */
  readonly key: string;
  readonly node: HeadingNode;
}

/** Returns the headings of a piece in document order, with offsets relative to the piece. */
export function headingsOf(piece: Piece): readonly Heading[] {
  return piece.tree.children.flatMap((node) =>
    node.type === 'heading' ? (toHeading(node, piece) ?? []) : [],
  );
}

function toHeading(node: HeadingNode, piece: Piece): Heading | null {
  if (node.position === undefined) return null;
  const range = {
    start: node.position.start.offset ?? 0,
    end: node.position.end.offset ?? 0,
  };
  const source = piece.text.slice(range.start, range.end);
  const text = plainText(node);
  return {
    depth: node.depth,
    style: source.startsWith('#') ? 'atx' : 'setext',
    range,
    contentRange: contentRange(source, range.start),
    text,
    key: normalizeText(text),
    unstruckText: unstruckText(node),
    node,
  };
}

function unstruckText(node: HeadingNode): string {
  if (node.children.every((child) => child.type !== 'delete')) return plainText(node);
  return plainText({ ...node, children: node.children.filter(({ type }) => type !== 'delete') });
}

/** Finds the content of a heading's source (CommonMark 4.2 and 4.3). */
function contentRange(source: string, start: number): OffsetRange {
  const opening = /^#{1,6}[ \t]*/.exec(source)?.[0].length ?? 0;
  const closing =
    opening > 0
      ? /(?:^|[ \t]+)#*[ \t]*$/.exec(source.slice(opening))
      : /[ \t]*(?:\r\n|\r|\n)[ \t]*[=-]+[ \t]*$/.exec(source);
  const end = closing === null ? source.length : (opening > 0 ? opening : 0) + closing.index;
  const comments = /(?:[ \t]*<!--(?:[^-]|-(?!->))*-->)+[ \t]*$/.exec(source.slice(opening, end));
  return { start: start + opening, end: start + (comments ? opening + comments.index : end) };
}
