import type { ListItem, Paragraph, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Writes blocks as people do in Markdown: none is empty, two line breaks begin a paragraph,
 * and a table of one cell, as spreadsheets copy it, is its text.
 */
export function plainBlocks(root: Root): void {
  visit(root, 'table', ({ children: [row, ...rows] }, index, parent) => {
    const [cell, ...cells] = row?.children ?? [];
    if (cell === undefined || rows.length + cells.length > 0) return;
    parent?.children.splice(index ?? 0, 1, { type: 'paragraph', children: cell.children });
  });
  visit(root, 'list', (list) => {
    const said = list.children.filter((item) => item.children.some(saysSomething));
    if (said.length > 0) list.children = said;
  });
  visit(root, 'paragraph', (paragraph, index, parent) => {
    const parts = partsOf(paragraph);
    parent?.children.splice(index ?? 0, 1, ...parts);
    return [SKIP, (index ?? 0) + parts.length];
  });
}

function partsOf({ children }: Paragraph): readonly Paragraph[] {
  const parts: PhrasingContent[][] = [[]];
  for (const node of children) {
    const last = parts.at(-1);
    if (node.type === 'break' && last?.at(-1)?.type === 'break') parts.push([]);
    else if (node.type === 'break' || !isBlank(node) || last?.at(-1)?.type !== 'break')
      last?.push(node);
  }
  return parts
    .filter((part) => part.some((node) => !isBlank(node)))
    .map((part) => ({ type: 'paragraph', children: part }));
}

function saysSomething(block: ListItem['children'][number]): boolean {
  return block.type !== 'paragraph' || block.children.some((node) => !isBlank(node));
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
