import type { Nodes, PhrasingContent } from 'mdast';
import { splitLines } from '../text/split-lines.ts';

/**
 * Returns blocks as the content of one line: their texts one after the other, with a joint between them,
 * and code as the code of its lines.
 */
export function flattenBlocks(
  nodes: readonly Nodes[],
  joint: PhrasingContent,
): readonly PhrasingContent[] {
  return segmentsOf(nodes)
    .filter((segment) => segment.length > 0)
    .flatMap((segment, index) => (index === 0 ? segment : [joint, ...segment]));
}

/** Where a line breaks in a cell. */
export const cellBreak: PhrasingContent = { type: 'html', value: '<br>' };

function segmentsOf(nodes: readonly Nodes[]): PhrasingContent[][] {
  const segments: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') segments.push([]);
    else if (isInline(node)) segments.at(-1)?.push(...withoutBreaks(node));
    else segments.push(...blockSegments(node), []);
  }
  return segments;
}

function blockSegments(node: Nodes): PhrasingContent[][] {
  if (node.type === 'definition') {
    return [[{ type: 'text', value: `${node.label ?? node.identifier}: ${node.url}` }]];
  }
  if (node.type === 'code' || node.type === 'yaml') {
    const lines = splitLines(node.value).filter((line) => line.trim() !== '');
    return lines.map((line) => [{ type: 'inlineCode', value: line.trim() }]);
  }
  if (node.type === 'html') return [[node]];
  if (node.type === 'tableRow') {
    const cells = node.children.map(({ children }) => children).filter(({ length }) => length > 0);
    const joint: PhrasingContent = { type: 'text', value: '; ' };
    return [cells.flatMap((cell, index) => (index === 0 ? cell : [joint, ...cell]))];
  }
  if (node.type === 'listItem' && typeof node.checked === 'boolean') {
    const box: PhrasingContent = { type: 'html', value: node.checked ? '[x] ' : '[ ] ' };
    const [first = [], ...others] = segmentsOf(node.children).filter(({ length }) => length > 0);
    return [[box, ...first], ...others];
  }
  return 'children' in node ? segmentsOf(node.children) : [];
}

function isInline(node: Nodes): node is PhrasingContent {
  return inline.has(node.type);
}

const inline: ReadonlySet<string> = new Set([
  'text',
  'strong',
  'emphasis',
  'delete',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'inlineCode',
  'footnoteReference',
]);

/** Line breaks within emphasis and links are spaces, which a reader takes them for. */
function withoutBreaks(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'break') return [{ type: 'text', value: ' ' }];
  if (node.type === 'text' || node.type === 'inlineCode') {
    return [{ ...node, value: node.value.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, ' ') }];
  }
  if (
    node.type === 'strong' ||
    node.type === 'emphasis' ||
    node.type === 'delete' ||
    node.type === 'link'
  ) {
    return [{ ...node, children: node.children.flatMap(withoutBreaks) }];
  }
  return [node];
}
