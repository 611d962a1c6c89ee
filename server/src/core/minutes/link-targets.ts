import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { rangeOf } from '../markdown/node-range.ts';
import type { Piece } from '../markdown/piece.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { once } from '../text/cached.ts';

/** A link, image or definition that leads to a file beside the minutes. */
export interface FileLink {
  readonly range: OffsetRange;
  /** Path relative to the minutes' folder, decoded, without query and fragment. */
  readonly path: string;
  /** The address as it is written, without angle brackets. */
  readonly url: string;
}

/**
 * Returns a function that reports a piece's links to files by relative paths, with offsets relative to the piece;
 * null where its text can hold none.
 */
export function fileLinksOf(piece: Piece): (() => readonly FileLink[]) | null {
  return mayLink.test(piece.text) ? once(() => linksIn(piece.tree)) : null;
}

function linksIn(tree: Root): readonly FileLink[] {
  const links: FileLink[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const path = relativePath(node.url);
    const range = rangeOf(node);
    if (path !== null && range !== null) links.push({ range, path, url: node.url });
  });
  return links;
}

/** Returns every path that a text could link to, before it is read; some are not paths. */
export function possiblePaths(text: string): readonly string[] {
  const found = [...text.matchAll(possibleLink)];
  return [
    ...new Set(found.flatMap(([, quoted, bare]) => relativePath(quoted ?? bare ?? '') ?? [])),
  ];
}

/** What may be a link, with its address; those that a scheme, a root or a fragment begins are left out. */
const possibleLink =
  /\](?:\(|:)[ \t]*(?!<?(?:[A-Za-z][A-Za-z0-9+.-]*:|[/#]))(?:<([^<>\r\n]*)>|([^\s()<>]+))/g;

/** A link or definition whose address doesn't begin with a scheme, a root or a fragment: others need no parsing. */
const mayLink = /\](?:\(|:)(?!\s*<?(?:[A-Za-z][A-Za-z0-9+.-]*:|[/#]))/;

/** Addresses with a scheme or host, and paths from a root that only a site knows, are not relative paths. */
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
