import type { Element, ElementContent, RootContent } from 'hast';

/** Makes lists of the paragraphs that Word marks with `mso-list`, nested by their level. */
export function gatherWordLists(nodes: readonly RootContent[]): RootContent[] {
  const gathered: RootContent[] = [];
  let open: LevelledItem[] = [];
  const close = (): void => {
    if (open.length > 0) gathered.push(...listsOf(open));
    open = [];
  };
  for (const node of nodes) {
    const item = node.type === 'element' ? readItem(node) : null;
    if (item !== null) open.push(item);
    else if (node.type !== 'text' || node.value.trim() !== '') {
      close();
      gathered.push(node.type === 'element' ? within(node) : node);
    }
  }
  close();
  return gathered;
}

function within(node: Element): Element {
  if (!['div', 'body', 'section', 'td'].includes(node.tagName)) return node;
  const children = gatherWordLists(node.children).filter((child) => child.type !== 'doctype');
  return { ...node, children };
}

/** A list item that says how deep it is. */
export interface LevelledItem {
  readonly level: number;
  readonly ordered: boolean;
  readonly children: ElementContent[];
}

function readItem(node: Element): LevelledItem | null {
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(styleOf(node))?.[1];
  if (level === undefined) return null;
  const { marker, children } = takeMarker(node.children);
  return { level: Number(level), ordered: /^[\dA-Za-z]{1,4}[.)]/.test(marker), children };
}

/** Takes out the marker that Word draws for those that know no lists. */
function takeMarker(nodes: readonly ElementContent[]): {
  marker: string;
  children: ElementContent[];
} {
  let marker = '';
  const children = nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (/mso-list:\s*ignore/i.test(styleOf(node))) {
      marker = textOf(node).trim();
      return [];
    }
    const inner = takeMarker(node.children);
    marker ||= inner.marker;
    return inner.marker !== '' && inner.children.every((child) => textOf(child).trim() === '')
      ? []
      : [{ ...node, children: inner.children }];
  });
  return { marker, children };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** Returns the lists that items in order make; a deeper level goes into the item before it. */
export function listsOf(items: readonly LevelledItem[]): Element[] {
  const lists: Element[] = [];
  let index = 0;
  for (let first = items[index]; first !== undefined; first = items[index]) {
    const { level, ordered } = first;
    const list: Element = {
      type: 'element',
      tagName: ordered ? 'ol' : 'ul',
      properties: {},
      children: [],
    };
    for (let item = items[index]; item !== undefined && item.level >= level; item = items[index]) {
      if (item.level === level && item.ordered !== ordered) break;
      let end = index + 1;
      while ((items[end]?.level ?? 0) > level) end++;
      const children = [...item.children, ...listsOf(items.slice(index + 1, end))];
      list.children.push({ type: 'element', tagName: 'li', properties: {}, children });
      index = end;
    }
    lists.push(list);
  }
  return lists;
}

/** Returns an element's style attribute; empty where it has none. */
export function styleOf({ properties }: Element): string {
  return typeof properties.style === 'string' ? properties.style : '';
}
