import type { Heading, Nodes, Paragraph, RootContent } from 'mdast';
import { parseMarkdown } from './parse-markdown.ts';

/** More are not tried one by one. */
const most = 60;

/**
 * Returns a paragraph or heading as it was written, without backslashes that change nothing: people read the source.
 * One before a box at the start of an item keeps that from being a task.
 */
export function withoutNeedlessEscapes(
  written: string,
  node: Paragraph | Heading,
  beginsItem = false,
): string {
  const start = beginsItem && /^\\\[[ xX]\]/.test(written) ? 1 : 0;
  const meant = saidBy(node);
  return shorten(written, start, (text) => {
    const [only, ...others] = blocksOf(text);
    return only?.type === node.type && others.length === 0 && saidBy(only) === meant;
  });
}

/** Returns the content of a cell, pipes and all, without backslashes that change nothing. */
export function cellWithoutNeedlessEscapes(written: string, content: Paragraph): string {
  const meant = saidBy({ type: 'tableCell', children: content.children });
  return shorten(written, 0, (text) => {
    const [table] = blocksOf(`| ${text} |\n| - |`);
    const [cell, ...others] = table?.type === 'table' ? (table.children[0]?.children ?? []) : [];
    return cell !== undefined && others.length === 0 && saidBy(cell) === meant;
  });
}

/** Takes out the backslashes from an offset on without which a text is still as it is meant. */
function shorten(written: string, start: number, isMeant: (text: string) => boolean): string {
  const escapes = [...written.matchAll(escape)].map(({ index }) => index);
  const needless = escapes.filter((index) => index >= start);
  if (needless.length === 0) return written;
  const plain = written.slice(0, start) + written.slice(start).replace(escape, '$1');
  if (isMeant(plain)) return plain;
  let text = written;
  for (const index of needless.slice(-most).reverse()) {
    const shorter = text.slice(0, index) + text.slice(index + 1);
    if (isMeant(shorter)) text = shorter;
  }
  return text === written ? written : shorten(text, start, isMeant);
}

function blocksOf(text: string): readonly RootContent[] {
  return parseMarkdown(text).pieces.flatMap(({ piece }) => piece.tree.children);
}

const escape = /\\([!-/:-@[-`{-~])/g;

/** Returns what phrasing says, as a text to compare: a link that shows its address is that address. */
function saidBy(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s+/g, ' ');
    case 'html':
      return node.value.startsWith('<') ? `<${node.value}>` : node.value;
    case 'link': {
      const shown = node.children.map(saidBy).join('');
      return node.url.replace(/^mailto:/, '') === shown ? shown : `link<${node.url}<${shown}>>`;
    }
    case 'image':
      return `image<${node.url}<${node.alt ?? ''}>>`;
    case 'inlineCode':
      return `code<${node.value}>`;
    case 'break':
      return 'break<>';
    default:
      return 'children' in node
        ? `${node.type}<${node.children.map(saidBy).join('')}>`
        : `${node.type}<>`;
  }
}
