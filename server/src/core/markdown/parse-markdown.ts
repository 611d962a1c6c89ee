import { commonEnd, commonStart } from '../text/common-ends.ts';
import { partitionPoint } from '../text/partition-point.ts';
import type { LineIndex } from '../text/line-index.ts';
import { detachedCopy } from '../text/detached-copy.ts';
import { bodyStart, markLength } from './front-matter-place.ts';
import { equalLabels, joinLabels, noLabels, type Labels } from './labels.ts';
import { nextCut } from './next-cut.ts';
import { linesOfPieces } from './lines-of-pieces.ts';
import { createPiece, type Piece, type PlacedPiece } from './piece.ts';

/** A text as Markdown: pieces that are parsed each for itself and kept while their text stays. */
export interface MarkdownDocument {
  readonly text: string;
  readonly lines: LineIndex;
  readonly pieces: readonly PlacedPiece[];
  /** The labels that its pieces define. */
  readonly labels: Labels;
}

/**
 * Returns the text as Markdown, with GFM tables, task lists, autolink literals, strikethrough,
 * footnotes and YAML front matter.
 * The joined trees of the pieces equal the tree of the whole text.
 * Pieces of `previous` whose text did not change are the same objects in the result.
 */
export function parseMarkdown(text: string, previous?: MarkdownDocument): MarkdownDocument {
  if (previous?.text === text) return previous;
  const cut = previous === undefined ? cutFrom(text, noReuse, noLabels) : recut(text, previous);
  const defining = cut.filter(({ piece }) => piece.mayDefine && piece.defines !== noLabels);
  const found = joinLabels(defining.map(({ piece }) => piece.defines));
  const before = previous?.labels ?? noLabels;
  const labels = equalLabels(found, before) ? before : found;
  const pieces =
    labels === before
      ? cut
      : cut.map(({ piece, start }) => ({ piece: piece.withLabels(labels), start }));
  return new PiecedDocument(text, pieces, labels);
}

/** A class like `Piece`: V8 makes objects whose literals have getters slow. */
class PiecedDocument implements MarkdownDocument {
  readonly text: string;
  readonly pieces: readonly PlacedPiece[];
  readonly labels: Labels;
  #lines: LineIndex | null = null;

  constructor(text: string, pieces: readonly PlacedPiece[], labels: Labels) {
    this.text = text;
    this.pieces = pieces;
    this.labels = labels;
  }

  get lines(): LineIndex {
    return (this.#lines ??= linesOfPieces(this.text, this.pieces));
  }
}

/** Returns whether a block, such as a fence, is still open at the end, so that nothing can be put after it. */
export function endsOpen({ pieces, labels }: MarkdownDocument): boolean {
  const last = pieces.at(-1)?.piece;
  if (last === undefined || !mayStayOpen.test(last.text)) return false;
  return createPiece({ text: `${last.text}\n\n`, first: last.first, last: false }, labels).open;
}

/** Fences and HTML: a heading ends all other blocks (CommonMark 4.2). */
const mayStayOpen = /`{3}|~{3}|</;

/** Pieces of an earlier version that are in the new one, too. */
interface Reuse {
  /** Pieces at the start of the text. */
  readonly leading: readonly PlacedPiece[];
  /** Pieces up to the end of the text, at their new places. */
  readonly trailing: readonly PlacedPiece[];
  /** Pieces between both, some of which may be elsewhere. */
  readonly between: ReadonlyMap<string, Piece>;
}

const noReuse: Reuse = { leading: [], trailing: [], between: new Map() };

/** Cuts again only where the text differs from the previous one, and what the difference opens or closes. */
function recut(text: string, { text: before, pieces, labels }: MarkdownDocument): PlacedPiece[] {
  const sameStart = bodyStart(text) === bodyStart(before);
  const leading = sameStart ? leadingPieces(pieces, commonStart(text, before)) : [];
  const trailing = trailingPieces(pieces, leading.length, text, before);
  const between = pieces.slice(leading.length, pieces.length - trailing.length);
  return cutFrom(
    text,
    { leading, trailing, between: new Map(between.map(({ piece }) => [keyOf(piece), piece])) },
    labels,
  );
}

/** Returns the pieces within an unchanged start, except the last: what follows it may now belong to it. */
function leadingPieces(pieces: readonly PlacedPiece[], unchanged: number): readonly PlacedPiece[] {
  const count = partitionPoint(pieces, ({ piece, start }) => start + piece.text.length > unchanged);
  return pieces.slice(0, Math.max(0, count - 1));
}

/** Returns the pieces after some others within the unchanged end of a text, at their new places. */
function trailingPieces(
  pieces: readonly PlacedPiece[],
  after: number,
  text: string,
  before: string,
): readonly PlacedPiece[] {
  const unchanged = before.length - commonEnd(text, before);
  const shift = text.length - before.length;
  const index = partitionPoint(pieces, ({ start }) => start >= unchanged);
  const first = pieces[index]?.start === markLength(text) - shift ? index + 1 : index;
  const trailing = pieces.slice(Math.max(first, 1, after));
  return shift === 0
    ? trailing
    : trailing.map(({ piece, start }) => ({ piece, start: start + shift }));
}

/** Cuts the text between what is reused; an uncertain cut is tried by parsing up to it. */
function cutFrom(
  text: string,
  { leading, trailing, between }: Reuse,
  labels: Labels,
): PlacedPiece[] {
  const pieces = [...leading];
  const body = bodyStart(text);
  const kept = leading.at(-1);
  let start = kept === undefined ? markLength(text) : kept.start + kept.piece.text.length;
  let next = 0;
  while (start < text.length) {
    while ((trailing[next]?.start ?? text.length) < start) next++;
    if (trailing[next]?.start === start) return [...pieces, ...trailing.slice(next)];
    const piece = pieceFrom(text, start, body, labels, between);
    pieces.push({ piece, start });
    start += piece.text.length;
  }
  return pieces;
}

/** Returns the piece at an offset; where a block stays open at its end, it takes in twice as many cuts. */
function pieceFrom(
  text: string,
  start: number,
  body: number,
  labels: Labels,
  between: ReadonlyMap<string, Piece>,
): Piece {
  for (let cuts = 1; ; cuts *= 2) {
    let cut = nextCut(text, start, body);
    for (let count = 1; count < cuts; count++) {
      const further = nextCut(text, cut.offset, body);
      cut = { offset: further.offset, certain: false };
    }
    const last = cut.offset === text.length;
    const source = {
      text: detachedCopy(text.slice(start, cut.offset)),
      first: start === markLength(text),
      last,
    };
    const piece = between.get(keyOf(source)) ?? createPiece(source, labels);
    if (last || cut.certain || !piece.open) return piece;
  }
}

function keyOf({ text, first, last }: Pick<Piece, 'text' | 'first' | 'last'>): string {
  return `${String(first)} ${String(last)} ${text}`;
}
