import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

/** A line that ends every block but an open one: an empty ATX heading (CommonMark 4.2). */
const sentinel = '#\n';

/** What a piece is parsed with besides its own text. */
export interface PieceSurroundings {
  /** Stands at the start of the document, where front matter may be. */
  readonly first: boolean;
  /** Stands at the end of the document, where nothing has to be closed. */
  readonly last: boolean;
  /** Labels that other pieces define (CommonMark 4.7). */
  readonly labels: readonly string[];
}

/**
 * Returns the mdast tree of a piece with offsets relative to the piece,
 * or null where a block of it is still open at its end.
 */
export function parsePiece(text: string, surroundings: PieceSurroundings): Root | null {
  const definitions = surroundings.labels.map((label) => `\n[${label}]: <>\n`).join('');
  const appended = surroundings.last && definitions === '' ? '' : sentinel;
  const separator = surroundings.last && !/[\r\n]$/.test(text) ? '\n' : '';
  const tree = toTree(
    appended === '' ? text : text + separator + appended + definitions,
    surroundings.first,
  );
  if (appended === '') return tree;
  return withoutAppended(tree, text.length + separator.length);
}

function toTree(text: string, first: boolean): Root {
  return fromMarkdown(text, {
    extensions: [
      ...(first ? [frontmatter()] : []),
      gfmTable(),
      gfmTaskListItem(),
      gfmAutolinkLiteral(),
      gfmStrikethrough(),
    ],
    mdastExtensions: [
      ...(first ? [frontmatterFromMarkdown()] : []),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmAutolinkLiteralFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
    ],
  });
}

function withoutAppended(tree: Root, sentinelStart: number): Root | null {
  const index = tree.children.findIndex((node) => isSentinel(node, sentinelStart));
  if (index === -1) return null;
  return { type: 'root', children: tree.children.slice(0, index) };
}

function isSentinel(node: RootContent, start: number): boolean {
  return (
    node.type === 'heading' && node.children.length === 0 && node.position?.start.offset === start
  );
}
