import type { Nodes, Paragraph, Root, TableCell } from 'mdast';
import { rangeOf } from '../../markdown/node-range.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import { plainText } from '../../minutes/plain-text.ts';

/** A paragraph or a table's cell, wherever in the tree, with the tree's offsets. */
export interface TextBlock {
  /** `item` where the paragraph is all that a list item holds. */
  readonly kind: 'paragraph' | 'item' | 'cell';
  /** What a reader sees of it. */
  readonly text: string;
  readonly range: OffsetRange;
  /** Shares its list item with other blocks, as a label above a nested list does. */
  readonly sharesItem: boolean;
  /** The outermost node that holds nothing else; null for a cell. */
  readonly alone: OffsetRange | null;
  /** Its words outside code spans and HTML. */
  readonly words: readonly { readonly text: string; readonly range: OffsetRange }[];
}

/** Returns the paragraphs and cells of a tree in document order. */
export function textBlocksIn(tree: Root): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const open: OpenNode[] = [{ node: tree, parent: null, alone: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, alone } = next;
    if (node.type === 'paragraph' || node.type === 'tableCell') {
      blocks.push(...toBlock(node, next));
    } else if (isContainer(node)) {
      const only = node.children.length === 1 ? alone : null;
      const children = node.children.map((child): OpenNode => ({
        node: child,
        parent: node,
        alone: only ?? child,
      }));
      open.push(...children.reverse());
    }
  }
  return blocks;
}

/** A node to be looked into, with the outermost that holds it alone. */
interface OpenNode {
  readonly node: Nodes;
  readonly parent: Container | null;
  readonly alone: Nodes | null;
}

type Container = Extract<Nodes, { type: (typeof containers)[number] }>;

const containers = [
  'root',
  'blockquote',
  'footnoteDefinition',
  'list',
  'listItem',
  'table',
  'tableRow',
] as const;

function isContainer(node: Nodes): node is Container {
  return containers.some((type) => type === node.type);
}

function toBlock(node: Paragraph | TableCell, { parent, alone }: OpenNode): TextBlock[] {
  const range = contentRange(node);
  if (range === null) return [];
  const inItem = parent?.type === 'listItem';
  const shared = inItem && parent.children.length > 1;
  const paragraph = node.type === 'paragraph';
  return [
    {
      kind: paragraph ? (inItem && !shared ? 'item' : 'paragraph') : 'cell',
      text: plainText(node),
      range,
      sharesItem: shared,
      alone: paragraph && alone !== null ? rangeOf(alone) : null,
      words: wordsOf(node),
    },
  ];
}

/** Ranges from a node's first to its last child; an autolink literal may be without a position. */
function contentRange(node: Paragraph | TableCell): OffsetRange | null {
  const first = rangeOf(node.children[0] ?? node) ?? rangeOf(node);
  const last = rangeOf(node.children.at(-1) ?? node) ?? rangeOf(node);
  return first === null || last === null ? null : { start: first.start, end: last.end };
}

function wordsOf(node: Paragraph | TableCell): TextBlock['words'] {
  const words: { text: string; range: OffsetRange }[] = [];
  const open: Nodes[] = [...node.children].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const range = next.type === 'text' ? rangeOf(next) : null;
    if (next.type === 'text' && range !== null) words.push({ text: next.value, range });
    else if ('children' in next) open.push(...[...next.children].reverse());
  }
  return words;
}
