import type { Heading, Link, Paragraph, Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';
import { displayWidth } from '../text/display-width.ts';
import { cellWithoutNeedlessEscapes, withoutNeedlessEscapes } from './needless-escapes.ts';
import { tidyPhrasing, withoutEmphasis } from './tidy-phrasing.ts';

/**
 * Returns blocks as Markdown: ATX headings, `-` for items, tight lists, and a line ending at the end.
 * Emphasis that only character references could write is left out, for people read the source.
 */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: blocks.map(withPlainEmphasis) };
  return write(withWrittenCells(tidyPhrasing(root)));
}

/** Keeps pipes from ending a cell; those that are escaped already stay so. */
export function escapePipes(text: string): string {
  return text.replace(/\\[\\|]|\|/g, (found) => (found === '|' ? '\\|' : found));
}

/** Cells are written as paragraphs are, without needless backslashes. */
function withWrittenCells(root: Root): Root {
  visit(root, 'tableCell', (cell) => {
    const paragraph: Paragraph = { type: 'paragraph', children: cell.children };
    const written = escapePipes(write({ type: 'root', children: [paragraph] }).trimEnd());
    const value = cellWithoutNeedlessEscapes(written, paragraph);
    cell.children = value === '' ? [] : [{ type: 'html', value }];
  });
  return root;
}

function withPlainEmphasis(block: RootContent): RootContent {
  const kinds = [[], ['emphasis', 'delete'], ['strong', 'emphasis', 'delete']] as const;
  const writings = kinds.map((each) => withoutEmphasis(block, each));
  const isPlain = (each: RootContent): boolean =>
    !/&#x[\da-f]+;/i.test(write({ type: 'root', children: [tidyPhrasing(each)] }));
  return writings.find(isPlain) ?? block;
}

const taskItems = gfmTaskListItemToMarkdown();
const { heading, link } = defaultHandlers;
const paragraph = taskItems.handlers?.paragraph ?? defaultHandlers.paragraph;

function write(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: false,
    handlers: {
      heading: (node: Heading, parent, state, info) =>
        withoutNeedlessEscapes(heading(node, parent, state, info), node),
      paragraph: (node: Paragraph, parent, state, info) => {
        const written = paragraph(node, parent, state, info);
        const isTask = parent?.type === 'listItem' && typeof parent.checked === 'boolean';
        const box = isTask ? (/^\[[ x]\] /.exec(written)?.[0] ?? '') : '';
        return (
          box + withoutNeedlessEscapes(written.slice(box.length), node, parent?.type === 'listItem')
        );
      },
      link: Object.assign(
        (...[node, parent, state, info]: Parameters<typeof link>) =>
          isBare(node) && /^\s?$/.test(info.before) && /^\s?$/.test(info.after)
            ? node.url
            : link(node, parent, state, info),
        { peek: link.peek },
      ),
    },
    extensions: [
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ stringLength: displayWidth }),
      taskItems,
    ],
  });
}

/** Returns whether a link is an address that Markdown takes for one without brackets (GFM 6.9). */
function isBare({ url, children: [only, ...others] }: Link): boolean {
  const isAddress = /^https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/(?:[^\s<>()|]*[\w/])?)?$/i.test(url);
  return isAddress && only?.type === 'text' && only.value === url && others.length === 0;
}
