import type { Heading as HeadingNode, Paragraph, PhrasingContent } from 'mdast';
import { blockRange } from '../markdown/node-range.ts';
import type { Piece } from '../markdown/piece.ts';
import { cachedByObject } from '../text/cached.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { shiftHeading, type Heading } from './heading.ts';
import { plainText } from './plain-text.ts';
import type { Minutes } from './read-minutes.ts';

/** Returns the lines of minutes that are bold as a whole, at the start of a paragraph, as headings of level 1, wherever they are. */
export function boldLinesIn({ markdown }: Minutes): readonly Heading[] {
  return markdown.pieces.flatMap(({ piece, start }) =>
    boldLinesOf(piece).map((line) => shiftHeading(line, start)),
  );
}

/** Returns minutes with some of their bold lines among the headings. */
export function withBoldHeadings(minutes: Minutes, lines: readonly Heading[]): Minutes {
  const headings = [...minutes.headings, ...lines].sort((a, b) => a.range.start - b.range.start);
  return { ...minutes, headings };
}

/** A piece without a line that begins so need not be parsed. */
const boldLinesOf = cachedByObject((piece: Piece): readonly Heading[] => {
  if (!/^ {0,3}(?:\*\*|__)/m.test(piece.text)) return [];
  return piece.tree.children.flatMap((node) =>
    node.type === 'paragraph' ? (boldLineOf(node, piece) ?? []) : [],
  );
});

/** What may follow the bold words on their line. */
const afterWords = /^[ \t]*:?[ \t]*(?:<!--(?:[^-]|-(?!->))*-->[ \t]*)*$/;

function boldLineOf(paragraph: Paragraph, { text }: Piece): Heading | null {
  const [first] = paragraph.children;
  if (first?.type !== 'strong') return null;
  const { start, end: whole } = blockRange(paragraph);
  const line = /^[^\r\n]*/.exec(text.slice(start, whole))?.[0] ?? '';
  const end = first.position?.end.offset ?? start;
  if (end > start + line.length || !afterWords.test(line.slice(end - start))) return null;
  const name = plainText(first);
  const children: PhrasingContent[] = paragraph.children.filter(
    ({ position }) => (position?.end.offset ?? 0) <= start + line.length,
  );
  const node: HeadingNode = {
    type: 'heading',
    depth: 1,
    children,
    ...(paragraph.position && { position: paragraph.position }),
  };
  return {
    depth: 1,
    style: 'bold',
    source: line,
    text: name,
    unstruckText: name,
    key: normalizeText(name),
    range: { start, end: start + line.length },
    contentRange: { start: start + 2, end: end - 2 },
    node: () => node,
  };
}
