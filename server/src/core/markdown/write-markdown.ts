import type { Root, RootContent } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import { displayWidth } from '../text/display-width.ts';
import { tidyPhrasing, withoutEmphasis } from './tidy-phrasing.ts';

/**
 * Returns blocks as Markdown: ATX headings, `-` for items, tight lists, and a line ending at the end.
 * Emphasis that only character references could write is left out, for people read the source.
 */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: blocks.map(withPlainEmphasis) };
  return write(tidyPhrasing(root));
}

function withPlainEmphasis(block: RootContent): RootContent {
  const kinds = [[], ['emphasis', 'delete'], ['strong', 'emphasis', 'delete']] as const;
  const writings = kinds.map((each) => withoutEmphasis(block, each));
  const isPlain = (each: RootContent): boolean =>
    !/&#x[\da-f]+;/i.test(write({ type: 'root', children: [tidyPhrasing(each)] }));
  return writings.find(isPlain) ?? block;
}

function write(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: false,
    extensions: [
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ stringLength: displayWidth }),
      gfmTaskListItemToMarkdown(),
    ],
  });
}
