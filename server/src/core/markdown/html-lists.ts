import type { Element, ElementContent, RootContent } from 'hast';
import { listsOf } from './word-lists.ts';

/**
 * Returns nodes whose lists nest as they are meant: a list beside items, as Google Docs writes it, goes into the item
 * before it, levels that only an attribute shows become lists, and checkboxes of all kinds become inputs.
 */
export function nestLists(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const children = gatherLevels(nestLists(node.children)).filter(
      (child) => child.type !== 'doctype',
    );
    return isList(node) ? nestItems(node, children) : { ...node, children };
  });
}

/** Joins lists that follow each other with levels that differ: an editor wrote a list for each level. */
export function gatherLevels(nodes: readonly RootContent[]): RootContent[] {
  const gathered: RootContent[] = [];
  let open: Element[] = [];
  const close = (): void => {
    gathered.push(...joinLevels(open));
    open = [];
  };
  for (const node of nodes) {
    const list = listIn(node);
    if (list?.children.some((item) => levelOf(item) !== null) === true) open.push(list);
    else if (open.length === 0 || node.type !== 'text' || node.value.trim() !== '') {
      close();
      gathered.push(node);
    }
  }
  close();
  return gathered;
}

function joinLevels(lists: readonly Element[]): readonly Element[] {
  const items = lists.flatMap((list) =>
    list.children.flatMap((item) =>
      item.type === 'element'
        ? [{ level: levelOf(item) ?? 0, ordered: list.tagName === 'ol', children: item.children }]
        : [],
    ),
  );
  return new Set(items.map(({ level }) => level)).size > 1 ? listsOf(items) : lists;
}

/** Returns the list that a node is, or has nothing beside. */
function listIn(node: RootContent): Element | null {
  if (node.type !== 'element') return null;
  if (isList(node)) return node;
  const children = node.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const [only, ...others] = children;
  return node.tagName === 'div' && only !== undefined && others.length === 0 ? listIn(only) : null;
}

function nestItems(list: Element, children: readonly ElementContent[]): Element {
  const items: ElementContent[] = [];
  for (const child of children) {
    const last = items.at(-1);
    if (child.type === 'element' && isList(child) && last?.type === 'element') {
      items.splice(-1, 1, { ...last, children: [...last.children, child] });
    } else if (child.type === 'element') items.push(withCheckbox(child, list));
  }
  return { ...list, children: items };
}

/** Returns how deep an item is by an attribute of it: `aria-level`, `data-indent`, or a class of Quill's. */
function levelOf(node: ElementContent): number | null {
  if (node.type !== 'element') return null;
  const { ariaLevel, dataAriaLevel, dataIndent, dataDepth, dataLevel } = node.properties;
  const named = [ariaLevel, dataAriaLevel, dataIndent, dataDepth, dataLevel].find((value) =>
    /^\d+$/.test(String(value)),
  );
  const indent = /^(?:ql-)?indent-(\d+)$/;
  const classed = classesOf(node).flatMap((name) => indent.exec(name)?.[1] ?? []);
  const level = named ?? classed[0];
  return level === undefined ? null : Number(level);
}

function withCheckbox(item: Element, list: Element): Element {
  const state = checkedState(item, list);
  if (state === null) return item;
  const children = item.children.filter((child) => !isDrawnBox(child));
  const input: Element = {
    type: 'element',
    tagName: 'input',
    properties: { type: 'checkbox', checked: state },
    children: [],
  };
  return { ...item, children: [input, ...children] };
}

/** Returns whether an item is checked; null where it isn't a task, or already has an input. */
function checkedState(item: Element, list: Element): boolean | null {
  if (hasInput(item)) return null;
  if (item.properties.role === 'checkbox' || item.properties.ariaChecked !== undefined) {
    return String(item.properties.ariaChecked) === 'true';
  }
  const box = item.children.find(isDrawnBox);
  if (box?.type === 'element') return classesOf(box).includes('checkbox-on');
  const isTaskList = classesOf(list).some((name) =>
    /^(?:inline-task-list|task-list|to-do-list)$/.test(name),
  );
  const { dataChecked } = item.properties;
  if (dataChecked !== undefined) return String(dataChecked) === 'true';
  return isTaskList ? classesOf(item).some((name) => /^(?:checked|done)$/.test(name)) : null;
}

function hasInput({ children }: Element): boolean {
  return children.some(
    (child) =>
      child.type === 'element' &&
      (child.tagName === 'input' ||
        (child.tagName === 'p' && hasInput(child)) ||
        (child.tagName === 'label' && hasInput(child))),
  );
}

/** The box that Notion draws. */
function isDrawnBox(node: ElementContent): boolean {
  return node.type === 'element' && classesOf(node).includes('checkbox');
}

function classesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}
