import type { Nodes } from 'mdast';
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
import type { MarkdownDocument } from '../../server/src/core/markdown/parse-markdown.ts';

/**
 * Returns the top-level nodes of a text as micromark and mdast make them in one go, with offsets alone.
 * Front matter that nothing closes doesn't count: looking for its end to the last line,
 * micromark-extension-frontmatter would have micromark read neither lists nor quotes.
 */
export function fullTree(text: string): readonly unknown[] {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const closed = /^\uFEFF?---[ \t]*[\r\n](?:[^]*?[\r\n])?---[ \t]*(?:[\r\n]|$)/.test(text);
  const { children } = fromMarkdown(text, {
    extensions: [
      ...(closed ? [frontmatter()] : []),
      gfmTable(),
      gfmTaskListItem(),
      gfmAutolinkLiteral(),
      gfmStrikethrough(),
      gfmFootnote(),
    ],
    mdastExtensions: [
      ...(closed ? [frontmatterFromMarkdown()] : []),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmAutolinkLiteralFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmFootnoteFromMarkdown(),
    ],
  });
  return children.map((node) => withOffsets(node, mark));
}

/** Returns the trees of all pieces of a document joined, with offsets alone. */
export function joinedTree({ pieces }: MarkdownDocument): readonly unknown[] {
  return pieces.flatMap(({ piece, start }) =>
    piece.tree.children.map((node) => withOffsets(node, start)),
  );
}

function withOffsets({ position, ...node }: Nodes, shift: number): unknown {
  return {
    ...node,
    ...(position && {
      start: (position.start.offset ?? 0) + shift,
      end: (position.end.offset ?? 0) + shift,
    }),
    ...('children' in node && {
      children: node.children.map((child) => withOffsets(child, shift)),
    }),
  };
}
