import type { Element, ElementContent, Root as HtmlRoot, RootContent as HtmlContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { RootContent } from 'mdast';
import { gatherWordLists, styleOf } from './word-lists.ts';

/**
 * Returns an HTML fragment of a clipboard as Markdown blocks: what Google Docs, Word, Confluence or an
 * etherpad wrap around it is taken off; nothing of it is loaded, and only links to the web and mail are kept.
 */
export function readHtml(html: string): readonly RootContent[] {
  const tree = fromHtml(html, { fragment: true });
  const prepared: HtmlRoot = {
    type: 'root',
    children: nestLists(gatherWordLists(tree.children.flatMap(prepare))),
  };
  const markdown = toMdast(prepared, { document: true });
  return 'children' in markdown && markdown.type === 'root' ? markdown.children : [];
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
  'img',
  'picture',
  'svg',
]);
const headings = /^h[1-6]$/;

/** Returns what stands for a node: without what nobody pasted on purpose, with emphasis where only its style tells. */
function prepare(node: HtmlContent, within?: unknown): HtmlContent[] {
  if (node.type === 'comment' || node.type === 'doctype') return [];
  if (node.type === 'text') return [{ ...node, value: node.value.replace(/\u00A0/g, ' ') }];
  if (dropped.has(node.tagName)) return [];
  const inHeading = headings.test(node.tagName) || within === true;
  const children = node.children
    .flatMap((child) => prepare(child, inHeading))
    .filter(isElementContent);
  const element = { ...node, children };
  const style = styleOf(node);
  if (/font-weight:\s*normal/.test(style) && node.tagName === 'b') return children;
  if (/mso-list:\s*ignore/i.test(style)) return [element];
  if (node.tagName === 'a') return [readLink(element)];
  if (inHeading && ['b', 'strong', 'u'].includes(node.tagName)) return children;
  return node.tagName === 'span' ? [emphasize(element, style, inHeading)] : [element];
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

/** Decodes percent-encoded UTF-8 (RFC 3986); what is none stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** Puts a list that stands beside items, as Google Docs writes it, into the item before it. */
function nestLists<Node extends HtmlContent>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const children = nestLists(node.children);
    if (!isList(node)) return { ...node, children };
    const items: ElementContent[] = [];
    for (const child of children) {
      const last = items.at(-1);
      if (child.type === 'element' && isList(child) && last?.type === 'element') {
        items.splice(-1, 1, { ...last, children: [...last.children, child] });
      } else if (child.type === 'element') items.push(child);
    }
    return { ...node, children: items };
  });
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}
