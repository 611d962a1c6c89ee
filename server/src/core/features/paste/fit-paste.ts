import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { cellBreak, flattenBlocks } from '../../markdown/flatten-blocks.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { withoutEmphasis } from '../../markdown/tidy-phrasing.ts';
import { escapePipes, writeMarkdown } from '../../markdown/write-markdown.ts';
import type { PastePlace } from './paste-place.ts';

/** Returns blocks, or the Markdown that they are written with, as they fit a place of one line; null where they are more. */
export function fitInLine(blocks: readonly RootContent[], place: PastePlace): string | null {
  if (place.kind === 'link-text') return inline(blocks.map(withoutLinks), space);
  if (place.kind === 'cell') return padded(escapePipes(inline(blocks, cellBreak)), place);
  if (place.kind === 'row-above')
    return `| ${escapePipes(inline(blocks, cellBreak))} |\n${place.prefix}`;
  if (place.kind === 'row-below')
    return `\n${place.prefix}| ${escapePipes(inline(blocks, cellBreak))} |`;
  const [only, ...others] = blocks;
  if ((only?.type !== 'paragraph' && only?.type !== 'heading') || others.length > 0) return null;
  const isAlone =
    place.before.trim() === '' && place.after.trim() === '' && place.kind !== 'heading';
  return isAlone ? null : inline(blocks, space);
}

const space: PhrasingContent = { type: 'text', value: ' ' };

/** A link has no links in its text. */
function withoutLinks<Node extends Nodes>(node: Node): Node {
  return withoutEmphasis(node, ['link', 'linkReference']);
}

/** Returns Markdown as it follows and precedes what is around its place, in the containers that hold it. */
export function fitAsBlocks(markdown: string, place: PastePlace): string {
  const { before, after, prefix, inItem, begun, followsText, precedesText } = place;
  const [, marker = ''] = /^([-*+]|\d{1,9}[.)])[ \t]+/.exec(markdown) ?? [];
  if (begun !== null && isNumber(marker) === isNumber(begun.marker) && marker !== '') {
    const own = markdown.replace(/^(?:[-*+]|\d{1,9}[.)])[ \t]+/, '').trimEnd();
    const items = begun.isTask ? own.replace(/^\[[ xX]\][ \t]+/, '') : own;
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

/** Returns the address of the one link that content has; null where it has none, or several. */
export function addressIn(blocks: readonly RootContent[]): string | null {
  const addresses = new Set<string>();
  visit({ type: 'root', children: [...blocks] }, 'link', ({ url }) => {
    addresses.add(url);
  });
  const [only, ...others] = addresses;
  return others.length > 0 ? null : (only ?? null);
}

/** Returns a plain text as it fits a cell. */
export function fitTextInCell(text: string, place: PastePlace): string {
  return padded(escapePipes(text), place);
}

function padded(text: string, { before, after }: PastePlace): string {
  const start = before.endsWith('|') ? ' ' : '';
  return start + text + (after.startsWith('|') ? ' ' : '');
}

/** Returns the blocks of a Markdown text, with links in the place of references. */
export function blocksOf(source: string): readonly RootContent[] {
  const blocks = parseMarkdown(source).pieces.flatMap(({ piece }) => piece.tree.children);
  const defined = new Map<string, Definition>();
  for (const node of blocks) if (node.type === 'definition') defined.set(node.identifier, node);
  if (defined.size === 0) return blocks;
  const used = new Set<Definition>();
  const linked = blocks.map((node) => withLinks(node, defined, used));
  return linked.filter((node) => node.type !== 'definition' || !used.has(node));
}

/** Puts links and images in the place of references to definitions, which are then used. */
function withLinks<Node extends Nodes>(
  node: Node,
  defined: ReadonlyMap<string, Definition>,
  used: Set<Definition>,
): Node {
  if (!('children' in node)) return node;
  const children = node.children.map((child: Nodes): Nodes => {
    if (child.type !== 'linkReference' && child.type !== 'imageReference')
      return withLinks(child, defined, used);
    const definition = defined.get(child.identifier);
    if (definition === undefined) return child;
    used.add(definition);
    const { url, title } = definition;
    return child.type === 'linkReference'
      ? { type: 'link', url, title, children: child.children }
      : { type: 'image', url, title, alt: child.alt };
  });
  return { ...node, children };
}
