import type { TemplateHeading } from './template-heading.ts';

/** A heading with the headings below it. */
export interface HeadingNode {
  readonly own: TemplateHeading;
  readonly below: readonly TemplateHeading[];
}

/** Returns the topmost headings with what is below each. */
export function siblingsOf(headings: readonly TemplateHeading[]): readonly HeadingNode[] {
  const nodes: HeadingNode[] = [];
  let index = 0;
  for (let own = headings[index]; own !== undefined; own = headings[index]) {
    let end = index + 1;
    while ((headings[end]?.heading.depth ?? 0) > own.heading.depth) end++;
    nodes.push({ own, below: headings.slice(index + 1, end) });
    index = end;
  }
  return nodes;
}
