import type { Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { visit } from 'unist-util-visit';

/** Returns the normalised labels that the tree's link definitions define (CommonMark 4.7). */
export function definedLabels(tree: Root): ReadonlySet<string> {
  const labels = new Set<string>();
  visit(tree, 'definition', (node) => {
    labels.add(normalizeIdentifier(node.label ?? node.identifier));
  });
  return labels;
}

/** Returns the normalised labels that a text may refer to, each once; some may be no references. */
export function labelsIn(text: string): readonly string[] {
  const labels = new Set<string>();
  for (const [, label] of text.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/gs)) {
    if (label !== undefined) labels.add(normalizeIdentifier(label));
  }
  return [...labels];
}
