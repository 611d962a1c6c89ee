import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Returns what a reader sees of a node, without markup, comments and repeated white space. */
export function plainText(node: Nodes): string {
  return toString(node, { includeHtml: false }).replace(/\s+/g, ' ').trim();
}
