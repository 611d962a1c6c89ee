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
    if (list !== null && [list, ...list.children].some((each) => levelOf(each) !== null))
      open.push(list);
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
        ? [
            {
              level: levelOf(item) ?? levelOf(list) ?? 0,
              ordered: list.tagName === 'ol',
              children: item.children,
            },
          ]
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

/** Returns how deep an item, or all items of a list, are by an attribute: `aria-level`, `data-indent`, or a class of Quill's. */
function levelOf(node: ElementContent): number | null {
  if (node.type !== 'element') return null;
  const { ariaLevel, dataAriaLevel, dataIndent, dataDepth, dataLevel, dataStringifyIndent } =
    node.properties;
  const named = [
    ariaLevel,
    dataAriaLevel,
    dataIndent,
    dataDepth,
    dataLevel,
    dataStringifyIndent,
  ].find((value) => /^\d+$/.test(String(value)));
  const indent = /^(?:ql-)?indent-(\d+)$/;
  const classed = classesOf(node).flatMap((name) => indent.exec(name)?.[1] ?? []);
  const level = named ?? classed[0];
  return level === undefined ? null : Number(level);
}

function withCheckbox(item: Element, list: Element): Element {
  const state = checkedState(item, list);
  if (state === null) return item;
  const input: Element = {
    type: 'element',
    tagName: 'input',
    properties: { type: 'checkbox', checked: state },
    children: [],
  };
  return { ...item, children: [input, ...withoutBoxes(item.children)] };
}

/** Returns whether an item is checked; null where it isn't a task. */
function checkedState(item: Element, list: Element): boolean | null {
  const input = inputIn(item);
  if (input !== null) return input.properties.checked === true || input.properties.checked === '';
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

/** Returns the checkbox of an item: one that it begins with, maybe in a paragraph or a label. */
function inputIn({ children }: Element): Element | null {
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() !== '') return null;
    if (child.type !== 'element') continue;
    if (isCheckbox(child)) return child;
    const inner = holdsBox(child) ? inputIn(child) : null;
    if (inner !== null) return inner;
  }
  return null;
}

function isCheckbox({ tagName, properties }: Element): boolean {
  return tagName === 'input' && properties.type === 'checkbox';
}

function holdsBox({ tagName }: Element): boolean {
  return ['p', 'label', 'div', 'span'].includes(tagName);
}

/** Takes checkboxes, drawn or real, off what an item begins with, and a label that had nothing else. */
function withoutBoxes(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (isDrawnBox(child)) return [];
    if (child.type !== 'element') return [child];
    if (isCheckbox(child)) return [];
    if (!holdsBox(child)) return [child];
    const inner = withoutBoxes(child.children);
    const isEmptied = child.tagName === 'label' && !inner.some(saysSomething);
    if (isEmptied) return [];
    return child.tagName === 'label' ? inner : [{ ...child, children: inner }];
  });
}

function saysSomething(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && (node.tagName === 'img' || node.children.some(saysSomething));
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
