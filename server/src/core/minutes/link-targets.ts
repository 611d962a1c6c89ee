import { visit } from 'unist-util-visit';
import type { OffsetRange } from '../text/offset-range.ts';
import type { Minutes } from './read-minutes.ts';

/** A link, image or definition that leads to a file beside the minutes. */
export interface FileLink {
  readonly range: OffsetRange;
  /** Path relative to the minutes' folder, decoded, without query and fragment. */
  readonly path: string;
}

/** Returns the links of minutes to files by relative paths, in document order. */
export function fileLinks({ markdown }: Minutes): readonly FileLink[] {
  return markdown.pieces.flatMap(({ piece, start }) => {
    const links: FileLink[] = [];
    if (!mayLink.test(piece.text)) return links;
    visit(piece.tree, (node) => {
      if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
      const path = relativePath(node.url);
      const from = node.position?.start.offset;
      const to = node.position?.end.offset;
      if (path === null || from === undefined || to === undefined) return;
      links.push({ range: { start: start + from, end: start + to }, path });
    });
    return links;
  });
}

/** Returns every path that a text could link to, before it is read; some are none. */
export function possiblePaths(text: string): readonly string[] {
  const found = [...text.matchAll(/\](?:\(|:)[ \t]*(?:<([^<>\r\n]*)>|([^\s()<>]+))/g)];
  return [
    ...new Set(found.flatMap(([, quoted, bare]) => relativePath(quoted ?? bare ?? '') ?? [])),
  ];
}

/** A link or definition whose address doesn't begin with a scheme, a root or a fragment: others need no parsing. */
const mayLink = /\](?:\(|:)(?!\s*<?(?:[A-Za-z][A-Za-z0-9+.-]*:|[/#]))/;

/** Addresses with a scheme or host, and paths from a root that only a site knows, are none. */
function relativePath(url: string): string | null {
  const path = url.replace(/[?#].*$/s, '').replace(/(?<!\/)\/$/, '');
  if (path === '' || /^(?:[A-Za-z][A-Za-z0-9+.-]*:|[/\\])/.test(path)) return null;
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
