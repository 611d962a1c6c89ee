import type { PhrasingContent, RootContent } from 'mdast';
import { cellBreak, flattenBlocks } from '../../markdown/flatten-blocks.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { writeMarkdown } from '../../markdown/write-markdown.ts';
import type { PastePlace } from './paste-place.ts';

/** Returns blocks, or the Markdown that they are written with, as they fit a place of one line; null where they are more. */
export function fitInLine(blocks: readonly RootContent[], place: PastePlace): string | null {
  if (place.kind === 'address') return addressOf(blocks);
  if (place.kind === 'cell') return padded(escapePipes(inline(blocks, cellBreak)), place);
  if (place.kind === 'row-above')
    return `| ${escapePipes(inline(blocks, cellBreak))} |\n${place.prefix}`;
  if (place.kind === 'row-below')
    return `\n${place.prefix}| ${escapePipes(inline(blocks, cellBreak))} |`;
  const [only, ...others] = blocks;
  if (only?.type !== 'paragraph' || others.length > 0) return null;
  const isAlone =
    place.before.trim() === '' && place.after.trim() === '' && place.kind !== 'heading';
  return isAlone ? null : inline(blocks, { type: 'text', value: ' ' });
}

/** Returns Markdown as it follows and precedes what is around its place, in the containers that hold it. */
export function fitAsBlocks(markdown: string, place: PastePlace): string {
  const { before, after, prefix, inItem, begun, followsText, precedesText } = place;
  const [, marker = ''] = /^([-*+]|\d{1,9}[.)])[ \t]+/.exec(markdown) ?? [];
  if (begun !== null && isNumber(marker) === isNumber(begun.marker) && marker !== '') {
    const items = markdown.replace(/^(?:[-*+]|\d{1,9}[.)])[ \t]+/, '').trimEnd();
    return withPrefix(items, begun.prefix) + (after.trim() === '' ? '' : apart(begun.prefix));
  }
  const isTight = inItem && marker !== '';
  const leading =
    before.trim() !== ''
      ? isTight
        ? `\n${prefix}`
        : apart(prefix)
      : followsText && !inItem
        ? `\n${prefix}`
        : '';
  const trailing =
    after.trim() !== '' ? apart(prefix) : precedesText && !inItem ? `\n${prefix.trimEnd()}` : '';
  return leading + withPrefix(markdown.trimEnd(), prefix) + trailing;
}

/** A blank line, and the start of the next. */
function apart(prefix: string): string {
  return `\n${prefix.trimEnd()}\n${prefix}`;
}

function withPrefix(markdown: string, prefix: string): string {
  return markdown.replace(/\n(.*)/g, (_, line: string) =>
    line === '' ? `\n${prefix.trimEnd()}` : `\n${prefix}${line}`,
  );
}

function isNumber(marker: string): boolean {
  return /^\d/.test(marker);
}

/** Returns blocks as one line of Markdown. */
function inline(blocks: readonly RootContent[], joint: PhrasingContent): string {
  const children = flattenBlocks(blocks, joint);
  return writeMarkdown([{ type: 'paragraph', children: [...children] }])
    .trimEnd()
    .replace(/\\?\n/g, ' ');
}

/** Returns the address of a link that is pasted where an address goes, else the words. */
function addressOf(blocks: readonly RootContent[]): string | null {
  const [only] = blocks;
  const link = blocks.length === 1 && only?.type === 'paragraph' ? only.children[0] : undefined;
  return link?.type === 'link' ? link.url : null;
}

/** Keeps pipes from ending the cell; those that are escaped already stay so. */
function escapePipes(text: string): string {
  return text.replace(/\\[\\|]|\|/g, (found) => (found === '|' ? '\\|' : found));
}

function padded(text: string, { before, after }: PastePlace): string {
  const start = before.endsWith('|') ? ' ' : '';
  return start + text + (after.startsWith('|') ? ' ' : '');
}

/** Returns the blocks of a Markdown text. */
export function blocksOf(source: string): readonly RootContent[] {
  return parseMarkdown(source).pieces.flatMap(({ piece }) => piece.tree.children);
}
