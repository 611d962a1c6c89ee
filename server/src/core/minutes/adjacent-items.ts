import type { List, ListItem, Nodes, Parents, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';

/**
 * Returns the items of a tree that are below one another as one list does:
 * those of a list and of the lists that follow without a blank line, outside block quotes.
 */
export function adjacentItemsIn(tree: Root): readonly (readonly ListItem[])[] {
  const groupOf = new Map<Nodes, ListItem[]>();
  visitParents(tree, 'list', (list, ancestors) => {
    if (ancestors.some(({ type }) => type === 'blockquote')) return;
    const before = listBefore(list, ancestors.at(-1));
    const group = (before === null ? undefined : groupOf.get(before)) ?? [];
    group.push(...list.children);
    groupOf.set(list, group);
  });
  return [...new Set(groupOf.values())];
}

/** Returns the list that ends on the line before another, among the same parent's children. */
function listBefore(list: List, parent: Parents | undefined): List | null {
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const before = siblings[siblings.indexOf(list) - 1];
  if (before?.type !== 'list') return null;
  const end = before.position?.end.line ?? 0;
  return list.position?.start.line === end + 1 ? before : null;
}
