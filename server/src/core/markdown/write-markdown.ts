import type { RootContent } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import { displayWidth } from '../text/display-width.ts';

/** Returns blocks as Markdown: ATX headings, `-` for items, tight lists, and a line ending at the end. */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...blocks] },
    {
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
    },
  );
}
