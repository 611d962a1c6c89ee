import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { combineExtensions } from 'micromark-util-combine-extensions';
import { answerLabels } from './answer-labels.ts';
import { findFrontMatter } from './front-matter-place.ts';
import { editAtTheEnd } from './edit-at-the-end.ts';
import { parsableText } from './parsable-text.ts';
import type { Labels } from './labels.ts';

/** A run of lines of a document, with what its tree depends on. */
export interface PieceSource {
  readonly text: string;
  /** Whether it is at the start of the document, where front matter may be. */
  readonly first: boolean;
  /** Stands at the end of the document, where nothing has to be closed. */
  readonly last: boolean;
}

/** What parsing returns of a piece. */
export interface ParsedPiece {
  /** mdast with offsets, lines and columns relative to the piece. */
  readonly tree: Root;
  /** A block of it is still open at its end, so that the tree is not that of the document. */
  readonly open: boolean;
  /** The labels that its references depend on. */
  readonly asked: Labels;
}

/** Returns the mdast tree of a piece, in a document that defines the given labels. */
export function parsePiece({ text, first, last }: PieceSource, labels: Labels): ParsedPiece {
  const asked = { definitions: new Set<string>(), footnotes: new Set<string>() };
  const whole = last ? parsableText(text) : parsableText(text) + sentinel;
  const hasFrontMatter = first && text.startsWith('---') && findFrontMatter(text) !== null;
  const { children } = toTree(whole, hasFrontMatter, labels, asked);
  const ending = last ? undefined : children.pop();
  const open =
    !last && (ending?.type !== 'heading' || ending.position?.start.offset !== text.length);
  return { tree: { type: 'root', children }, open, asked };
}

editAtTheEnd();

/** A line that ends every block except an open one: an empty ATX heading (CommonMark 4.2). */
const sentinel = '#\n';

/** The extension for front matter is left out where it isn't closed: with the extension, micromark then reads no lists. */
function toTree(
  text: string,
  hasFrontMatter: boolean,
  labels: Labels,
  asked: Parameters<typeof answerLabels>[1],
): Root {
  return fromMarkdown(keepingMark(text), {
    extensions: [...(hasFrontMatter ? [frontmatter()] : []), syntax, answerLabels(labels, asked)],
    mdastExtensions: [
      ...(hasFrontMatter ? [frontmatterFromMarkdown()] : []),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      mayBecomeLink.test(text) ? autolinks : { ...autolinks, transforms: [] },
      gfmStrikethroughFromMarkdown(),
      gfmFootnoteFromMarkdown(),
    ],
  });
}

/** GFM, as one extension: combining them takes as long as parsing a short piece. */
const syntax = combineExtensions([
  gfmTable(),
  gfmTaskListItem(),
  gfmAutolinkLiteral(),
  gfmStrikethrough(),
  gfmFootnote(),
]);

const autolinks = gfmAutolinkLiteralFromMarkdown();

/** What is in every text of which words may become links once its escapes and references are read. */
const mayBecomeLink = /[@&\\]|:\/\/|www/i;

/** A second byte order mark is text, but micromark drops the first one that it sees, whatever precedes. */
function keepingMark(text: string): string {
  return text.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
}
