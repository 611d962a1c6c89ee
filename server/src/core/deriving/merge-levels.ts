import { normalizeText } from '../text/normalize-text.ts';
import { requiredShare, type DerivedSection } from './derived-template.ts';

/**
 * Returns sections in which one that some minutes have below the section before it, and others beside it,
 * is one section at either level.
 */
export function mergeLevels(sections: readonly DerivedSection[]): readonly DerivedSection[] {
  const inner = new Map<DerivedSection, DerivedSection>();
  for (const { children } of sections) {
    for (const child of children) {
      const outer = sections.find((each) => isSame(each, child) && !inner.has(each));
      if (outer !== undefined) inner.set(outer, child);
    }
  }
  const merged = new Set(inner.values());
  return sections.map((section) => {
    const children = section.children.filter((child) => !merged.has(child));
    const same = inner.get(section);
    if (same === undefined) return { ...section, children };
    const count = section.count + same.count;
    return {
      ...section,
      children,
      count,
      required: section.required || count >= section.of * requiredShare,
      levels: {
        min: Math.min(section.depth, same.depth),
        max: Math.max(section.depth, same.depth),
      },
    };
  });
}

/** Returns whether two sections are one that no minutes have twice. */
function isSame(outer: DerivedSection, inner: DerivedSection): boolean {
  return (
    outer.kind === 'section' &&
    inner.kind === 'section' &&
    !outer.heading.includes('{') &&
    normalizeText(outer.heading) === normalizeText(inner.heading) &&
    outer.count + inner.count <= outer.of
  );
}
