import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Labels of definitions, normalized as micromark does (CommonMark 4.7), and of GFM footnotes. */
export interface Labels {
  readonly definitions: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

export const noLabels: Labels = { definitions: new Set(), footnotes: new Set() };

/** Returns the labels that a tree defines. */
export function definedLabels(tree: Root): Labels {
  const definitions = new Set<string>();
  const footnotes = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'definition') definitions.add(node.identifier.toUpperCase());
    if (node.type === 'footnoteDefinition') footnotes.add(node.identifier.toUpperCase());
  });
  return { definitions, footnotes };
}

/** Returns all labels together. */
export function joinLabels(all: readonly Labels[]): Labels {
  if (all.length === 0) return noLabels;
  return {
    definitions: new Set(all.flatMap(({ definitions }) => [...definitions])),
    footnotes: new Set(all.flatMap(({ footnotes }) => [...footnotes])),
  };
}

/** Returns whether both are the same labels. */
export function equalLabels(a: Labels, b: Labels): boolean {
  return equalSets(a.definitions, b.definitions) && equalSets(a.footnotes, b.footnotes);
}

/** Returns whether one of the asked labels is defined in only one of the two. */
export function answersDiffer(asked: Labels, a: Labels, b: Labels): boolean {
  const differ = (kind: keyof Labels): boolean =>
    [...asked[kind]].some((label) => a[kind].has(label) !== b[kind].has(label));
  return differ('definitions') || differ('footnotes');
}

function equalSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((label) => b.has(label)));
}
