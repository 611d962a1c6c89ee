import type { Delete, Emphasis, Link, Nodes, PhrasingContent, Strong } from 'mdast';

/**
 * Returns a tree whose emphasis Markdown can write without character references:
 * space at its ends goes out of it, and so does punctuation between it and a letter (CommonMark 6.2);
 * text has no space at the ends of its block.
 */
export function tidyPhrasing<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  if (holdsPhrasing(node)) return { ...node, children: trimEnds(tidyRun(node.children)) };
  return { ...node, children: node.children.map((child) => tidyPhrasing(child)) };
}

/** Returns a tree without emphasis or links of some kinds, of which the words stay. */
export function withoutEmphasis<Node extends Nodes>(
  node: Node,
  kinds: readonly Nodes['type'][],
): Node {
  if (!('children' in node)) return node;
  const unwrap = (child: Nodes): Nodes[] =>
    'children' in child && kinds.includes(child.type)
      ? child.children.flatMap(unwrap)
      : [withoutEmphasis(child, kinds)];
  return { ...node, children: node.children.flatMap(unwrap) };
}

type Wrapper = Strong | Emphasis | Delete | Link;

function holdsPhrasing(node: Nodes): node is Extract<Nodes, { children: PhrasingContent[] }> {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

function tidyRun(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const pulled = joinTexts(nodes.flatMap((node) => (isWrapper(node) ? pullSpace(node) : [node])));
  const joined = joinWrappers(pulled);
  return joinTexts(
    joined.flatMap((node, index) =>
      isAttention(node) ? pushPunctuation(node, joined[index - 1], joined[index + 1]) : [node],
    ),
  );
}

/** Takes space and line breaks at the ends out of emphasis and links; nothing is left of what has no more than that. */
function pullSpace(node: Wrapper): PhrasingContent[] {
  const children = tidyRun(node.children);
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  for (let first = children[0]; first !== undefined; first = children[0]) {
    const [, space = '', rest = ''] =
      first.type === 'text' ? (/^(\s*)([^]*)$/.exec(first.value) ?? []) : [];
    if (first.type === 'break') before.push(first);
    else if (first.type === 'text' && space !== '') before.push(text(space));
    else break;
    children.splice(0, 1, ...(rest === '' ? [] : [text(rest)]));
  }
  for (let last = children.at(-1); last !== undefined; last = children.at(-1)) {
    const [space = ''] = last.type === 'text' ? (/\s*$/.exec(last.value) ?? []) : [];
    const rest = last.type === 'text' ? last.value.slice(0, last.value.length - space.length) : '';
    if (last.type === 'break') after.unshift(last);
    else if (last.type === 'text' && space !== '') after.unshift(text(space));
    else break;
    children.splice(-1, 1, ...(rest === '' ? [] : [text(rest)]));
  }
  const inner: PhrasingContent[] = children.length === 0 ? [] : [{ ...node, children }];
  return [...before, ...inner, ...after];
}

/** Emphasis right after the same emphasis goes on with it. */
function joinWrappers(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last !== undefined && isAttention(last) && isAttention(node) && last.type === node.type) {
      joined.splice(-1, 1, { ...last, children: joinTexts([...last.children, ...node.children]) });
    } else joined.push(node);
  }
  return joined;
}

/** Puts punctuation out of emphasis where a letter on its other side would keep the marker from being one. */
function pushPunctuation(
  node: Strong | Emphasis | Delete,
  previous: PhrasingContent | undefined,
  next: PhrasingContent | undefined,
): PhrasingContent[] {
  const children = [...node.children];
  const first = children[0];
  const last = children.at(-1);
  const start = isWordy(lastOf(previous)) && first?.type === 'text' ? leading(first.value) : '';
  if (first?.type === 'text' && start !== '') children[0] = text(first.value.slice(start.length));
  const ending = children.at(-1);
  const end =
    isWordy(firstOf(next)) && last !== undefined && ending?.type === 'text'
      ? trailing(ending.value)
      : '';
  if (ending?.type === 'text' && end !== '') {
    children[children.length - 1] = text(ending.value.slice(0, ending.value.length - end.length));
  }
  const left = children.filter((child) => child.type !== 'text' || child.value !== '');
  return [
    ...(start === '' ? [] : [text(start)]),
    ...(left.length === 0 ? [] : [{ ...node, children: left }]),
    ...(end === '' ? [] : [text(end)]),
  ];
}

const punctuation = '[\\p{P}\\p{S}]';

function leading(value: string): string {
  return new RegExp(`^(?:${punctuation}+\\s*)?`, 'u').exec(value)?.[0] ?? '';
}

function trailing(value: string): string {
  return new RegExp(`(?:\\s*${punctuation}+)?$`, 'u').exec(value)?.[0] ?? '';
}

function isWordy(character: string): boolean {
  return /[^\s\p{P}\p{S}]/u.test(character);
}

function firstOf(node: PhrasingContent | undefined): string {
  if (node?.type === 'text') return /^./su.exec(node.value)?.[0] ?? '';
  return node?.type === 'inlineCode' || node?.type === 'link' || node === undefined ? '' : 'x';
}

function lastOf(node: PhrasingContent | undefined): string {
  if (node?.type === 'text') return /.$/su.exec(node.value)?.[0] ?? '';
  return node?.type === 'inlineCode' || node?.type === 'link' || node === undefined ? '' : 'x';
}

function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && node.value === '') continue;
    if (last?.type === 'text' && node.type === 'text') {
      const value = (last.value + node.value).replace(/ {2,}/g, ' ');
      joined.splice(-1, 1, text(value));
    } else if (last?.type === 'inlineCode' && node.type === 'inlineCode') {
      joined.splice(-1, 1, { ...last, value: last.value + node.value });
    } else joined.push(node);
  }
  return joined;
}

function trimEnds(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const trimmed = [...nodes];
  while (trimmed[0]?.type === 'break') trimmed.shift();
  while (trimmed.at(-1)?.type === 'break') trimmed.pop();
  return trimmed
    .map((node, index) => {
      if (node.type !== 'text') return node;
      const isFirst = index === 0 || trimmed[index - 1]?.type === 'break';
      const isLast = index === trimmed.length - 1 || trimmed[index + 1]?.type === 'break';
      const start = isFirst ? node.value.trimStart() : node.value;
      return text((isLast ? start.trimEnd() : start).replace(/[ \t]*\n[ \t]*/g, '\n'));
    })
    .filter((node) => node.type !== 'text' || node.value !== '');
}

function isWrapper(node: PhrasingContent): node is Wrapper {
  return isAttention(node) || node.type === 'link';
}

function isAttention(node: Nodes): node is Strong | Emphasis | Delete {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete';
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
