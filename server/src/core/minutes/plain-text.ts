import type { Heading, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Returns what a reader sees of a node, without markup, comments and repeated white space. */
export function plainText(node: Nodes): string {
  return toString(node, { includeHtml: false }).replace(/\s+/g, ' ').trim();
}

/** Returns the words of a heading or paragraph; a picture's only where there are no others. */
export function visibleText(node: Heading | Paragraph): string {
  const words = node.children.filter(({ type }) => !isImage(type));
  if (words.length === node.children.length) return plainText(node);
  const text = plainText({ ...node, children: words });
  return text === '' ? plainText(node) : text;
}

function isImage(type: PhrasingContent['type']): boolean {
  return type === 'image' || type === 'imageReference';
}
