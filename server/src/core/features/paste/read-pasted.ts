import type { ListItem, RootContent } from 'mdast';
import { rawTextOf, readHtml } from '../../markdown/read-html.ts';
import { hasMarkdownList, isMarkdownSource } from './markdown-source.ts';
import { readChat } from './read-chat.ts';
import { hasForeignBullets, readPlainText } from './read-plain-text.ts';

/** What a clipboard holds. */
export interface PastedContent {
  readonly html: string | null;
  readonly text: string | null;
}

/** What pasted content was taken for. */
export type PastedKind = 'source' | 'chat' | 'document' | 'text';

/** Pasted content as what it is: Markdown that stays as it is, or blocks that are still to be written. */
export type ReadContent =
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'chat' | 'document' | 'text'; readonly blocks: readonly RootContent[] };

/** Reads a clipboard: by its HTML where that says more than its text, else by what the text looks like. */
export function readPasted({ html, text }: PastedContent): ReadContent | null {
  const raw = html === null ? null : rawTextOf(html);
  if (raw !== null) {
    const plain = text ?? raw;
    if (isMarkdownSource(plain)) return { kind: 'source', source: plain };
  }
  const blocks = html === null ? [] : tighten(readHtml(html));
  const source = text ?? raw;
  if (source !== null && blocks.every(saysNoMore)) return readText(source, blocks);
  return blocks.length === 0 ? null : { kind: 'document', blocks };
}

function readText(text: string, blocks: readonly RootContent[]): ReadContent | null {
  if (!hasForeignBullets(text)) {
    const chat = readChat(text);
    if (chat !== null) return { kind: 'chat', blocks: chat };
    if (isMarkdownSource(text)) return { kind: 'source', source: text };
  }
  const plain = readPlainText(text);
  const guessesHeadings = plain.some(({ type }) => type === 'heading');
  if (!hasForeignBullets(text)) {
    if (hasMarkdownList(text) && !guessesHeadings) return { kind: 'source', source: text };
    if (blocks.length > 0 && !guessesHeadings) return { kind: 'document', blocks };
  }
  return plain.length === 0 ? null : { kind: 'text', blocks: plain };
}

/** Returns whether a block says no more than its text: a paragraph, code, or the lines of a table of one column. */
function saysNoMore(node: RootContent): boolean {
  if (node.type === 'paragraph') {
    return node.children.every(({ type }) => type === 'text' || type === 'break');
  }
  if (node.type === 'table') return node.children.every(({ children }) => children.length <= 1);
  return node.type === 'thematicBreak';
}

/** Makes items follow each other without blank lines where nothing else than lists is below their text. */
function tighten<Node extends RootContent>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (node.type !== 'list') return node;
    const children = node.children.map((item) => ({
      ...item,
      spread: !isSimple(item),
      children: tighten(item.children),
    }));
    return { ...node, spread: children.some(({ spread }) => spread), children };
  });
}

function isSimple({ children }: ListItem): boolean {
  return children.every(
    ({ type }, index) => type === 'list' || (type === 'paragraph' && index === 0),
  );
}
