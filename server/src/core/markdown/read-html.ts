import type { Element, ElementContent, Root as HtmlRoot, RootContent as HtmlContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { cellBreak, flattenBlocks } from './flatten-blocks.ts';
import { gatherLevels, nestLists } from './html-lists.ts';
import { plainBlocks } from './plain-blocks.ts';
import { gatherWordLists, styleOf } from './word-lists.ts';

/**
 * Returns an HTML fragment of a clipboard as Markdown blocks: what Google Docs, Word, Confluence or an
 * etherpad wrap around it is taken off; nothing of it is loaded, and only links to the web and mail are kept.
 */
export function readHtml(html: string): readonly RootContent[] {
  const tree = fromHtml(html, { fragment: true });
  const prepared: HtmlRoot = {
    type: 'root',
    children: gatherLevels(
      nestLists(gatherWordLists(tree.children.flatMap((node) => prepare(node)))),
    ),
  };
  const markdown = toMdast(prepared, { document: true });
  if (markdown.type !== 'root') return [];
  visit(markdown, 'tableCell', (cell) => {
    cell.children = [...flattenBlocks(cell.children, cellBreak)];
  });
  plainBlocks(markdown);
  return markdown.children;
}

/**
 * Returns the text of a fragment that has nothing else than preformatted text, as a browser copies from a raw page;
 * null where it has more.
 */
export function rawTextOf(html: string): string | null {
  const { children } = fromHtml(html, { fragment: true });
  const [only, ...others] = children.filter(
    (node) =>
      (node.type === 'text' && node.value.trim() !== '') ||
      (node.type === 'element' && node.tagName !== 'meta'),
  );
  if (only?.type !== 'element' || only.tagName !== 'pre' || others.length > 0) return null;
  return only.children.every(({ type }) => type === 'text') ? toText(only) : null;
}

function toText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(toText).join('') : '';
}

const dropped = new Set([
  'head',
  'style',
  'script',
  'meta',
  'link',
  'title',
  'o:p',
  'xml',
  'svg',
  'source',
  'wbr',
]);
const headings = /^h[1-6]$/;

/** Returns a node without what is pasted by accident, and with emphasis that only its style shows. */
function prepare(node: HtmlContent, within: 'heading' | 'link' | null = null): HtmlContent[] {
  if (node.type === 'text') {
    return [{ ...node, value: node.value.replace(/\u00A0/g, ' ').replace(/[\u200B\uFEFF]/g, '') }];
  }
  if (node.type !== 'element' || dropped.has(node.tagName)) return [];
  if (node.tagName === 'img') return readImage(node, within === 'link');
  const inHeading = headings.test(node.tagName) || within === 'heading';
  const inner = inHeading ? 'heading' : node.tagName === 'a' ? 'link' : within;
  const isBox = node.properties.role === 'checkbox';
  const children = node.children
    .filter((child) => !(isBox && child.type === 'element' && child.tagName === 'img'))
    .flatMap((child) => prepare(child, inner))
    .filter(isElementContent);
  const element = { ...node, children };
  const style = styleOf(node);
  if (/font-weight:\s*normal/.test(style) && node.tagName === 'b') return children;
  if (/mso-list:\s*ignore/i.test(style)) return [element];
  if (node.tagName === 'a') return [readLink(element)];
  if (inHeading && ['b', 'strong', 'u'].includes(node.tagName)) return children;
  if (node.tagName === 'sup' || node.tagName === 'sub') return [raised(element)];
  if (node.tagName === 'caption') return [wrap('p', children)];
  if (node.tagName === 'table') return takeCaptions(withHeader(element));
  return node.tagName === 'span' ? [emphasize(element, style, inHeading)] : [element];
}

/** Writes raised and lowered figures, which would run into what is before them, by their own characters. */
function raised(element: Element): ElementContent {
  const figures = element.tagName === 'sup' ? '⁰¹²³⁴⁵⁶⁷⁸⁹' : '₀₁₂₃₄₅₆₇₈₉';
  const text = toText(element);
  if (!/^\d{1,3}$/.test(text)) return element;
  return { type: 'text', value: text.replace(/\d/g, (digit) => figures.charAt(Number(digit))) };
}

/** Markdown's tables have no captions: a paragraph above is one. */
function takeCaptions(table: Element): Element[] {
  const isCaption = (child: ElementContent): child is Element =>
    child.type === 'element' && child.tagName === 'p';
  const children = table.children.filter((child) => !isCaption(child));
  return [...table.children.filter(isCaption), { ...table, children }];
}

/** Makes the first row of a table without a header its header, as Markdown needs one. */
function withHeader(table: Element): Element {
  return hasTag(table, 'th') ? table : headFirstRow(table)[0];
}

function headFirstRow(node: Element): [Element, boolean] {
  if (node.tagName === 'tr') {
    const cells = node.children.map((cell) =>
      cell.type === 'element' && cell.tagName === 'td' ? { ...cell, tagName: 'th' } : cell,
    );
    return [{ ...node, children: cells }, true];
  }
  let isDone = false;
  const children = node.children.map((child) => {
    if (isDone || child.type !== 'element') return child;
    const [headed, done] = headFirstRow(child);
    isDone = done;
    return headed;
  });
  return [{ ...node, children }, isDone];
}

function hasTag({ children }: Element, name: string): boolean {
  return children.some(
    (child) => child.type === 'element' && (child.tagName === name || hasTag(child, name)),
  );
}

/** Returns a link to an image, so that reading minutes loads nothing; where it has no address, what it shows. */
function readImage({ properties }: Element, inLink: boolean): Element['children'] {
  const { src, alt, width, height } = properties;
  if (String(width) === '1' || String(height) === '1') return [];
  const address = typeof src === 'string' && /^https?:\/\//i.test(src) ? src : null;
  const name = address === null ? '' : (/([^/?#]+)(?:[?#].*)?$/.exec(address)?.[1] ?? '');
  const shown = (typeof alt === 'string' ? alt.trim() : '') || name || 'image';
  if (inLink || isEmoji(shown)) return [{ type: 'text', value: shown }];
  if (address === null) return [{ type: 'text', value: `(${shown})` }];
  return [{ ...wrap('a', [{ type: 'text', value: shown }]), properties: { href: address } }];
}

/** Chats draw emoji as images. */
function isEmoji(shown: string): boolean {
  return /^(?::[\w+-]+:|[\p{Extended_Pictographic}\p{Emoji_Component}]+)$/u.test(shown);
}

function isElementContent(node: HtmlContent): node is ElementContent {
  return node.type !== 'doctype';
}

function emphasize(span: Element, style: string, inHeading: boolean): Element {
  const bold = /font-weight:\s*(?:bold|[6-9]00)/.test(style) && !inHeading;
  const italic = /font-style:\s*italic/.test(style);
  const struck = /text-decoration[^;]*line-through/.test(style);
  return [
    ...(bold ? ['strong'] : []),
    ...(italic ? ['em'] : []),
    ...(struck ? ['del'] : []),
  ].reduce<Element>(
    (inner, tagName) => ({ ...inner, children: [wrap(tagName, inner.children)] }),
    span,
  );
}

function wrap(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

/** Keeps links to the web and mail alone, and takes off what Google Docs wraps around them. */
function readLink(link: Element): Element {
  const href = typeof link.properties.href === 'string' ? link.properties.href : '';
  const wrapped = /^https?:\/\/www\.google\.com\/url\?(?:[^#]*&)?q=([^&#]+)/.exec(href)?.[1];
  const target = wrapped === undefined ? href : decode(wrapped);
  if (!/^(?:https?:\/\/|mailto:)/i.test(target)) return { ...link, tagName: 'span' };
  return { ...link, properties: { href: target } };
}

/** Decodes percent-encoded UTF-8 (RFC 3986); other text stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
