import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { readMinutes, type Minutes } from '../../minutes/read-minutes.ts';
import { applyEdits, type TextEdit } from '../../text/text-edit.ts';

/** Returns whether a text is Markdown: whether its marks say more than its words. */
export function isMarkdownSource(text: string): boolean {
  return parseMarkdown(text).pieces.some(({ piece: { tree } }) => tree.children.some(isMarked));
}

/** Returns whether a text has a list as Markdown writes it, as plain text may have, too. */
export function hasMarkdownList(text: string): boolean {
  return parseMarkdown(text).pieces.some(({ piece: { tree } }) =>
    tree.children.some((node) => node.type === 'list' && node.children.length > 1),
  );
}

/** Lists and thematic breaks are what any text may have. */
function isMarked(node: Nodes): boolean {
  switch (node.type) {
    case 'heading':
    case 'code':
      return node.position !== undefined && (node.type !== 'code' || isFenced(node));
    case 'table':
    case 'strong':
    case 'delete':
    case 'inlineCode':
    case 'image':
    case 'linkReference':
    case 'imageReference':
      return true;
    case 'link':
      return node.children.length !== 1 || lengthOf(node) > lengthOf(node.children[0]);
    case 'listItem':
      return typeof node.checked === 'boolean' || node.children.some(isMarked);
    default:
      return 'children' in node && node.children.some(isMarked);
  }
}

function isFenced(node: Nodes): boolean {
  return (
    node.position?.start.line !== node.position?.end.line &&
    'lang' in node &&
    lengthOf(node) > ('value' in node ? node.value.length + 5 : 0)
  );
}

function lengthOf(node: Nodes | undefined): number {
  return (node?.position?.end.offset ?? 0) - (node?.position?.start.offset ?? 0);
}

/** Returns a Markdown text with its headings below a depth, and nothing else changed; too deep ones are bold. */
export function moveHeadings(text: string, depth: number): string {
  const minutes = readMinutes(parseMarkdown(text));
  const depths = minutes.headings.map((heading) => heading.depth);
  const shift = depth + 1 - Math.min(...depths);
  return applyEdits(
    text,
    shift <= 0 ? [] : minutes.headings.flatMap((each) => moveHeading(minutes, each, shift)),
  );
}

function moveHeading(
  { text }: Minutes,
  { range, depth }: Minutes['headings'][number],
  shift: number,
): readonly TextEdit[] {
  const written = text.slice(range.start, range.end);
  const content = written
    .replace(/^ {0,3}#{1,6}[ \t]*/, '')
    .replace(/(?:\r\n|\r|\n)[ \t]*(?:=+|-+)[ \t]*$/, '')
    .replace(/(?:^|[ \t]+)#+[ \t]*$/, '')
    .replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, ' ')
    .trim();
  const moved = depth + shift;
  if (moved <= 6) return [{ range, text: `${'#'.repeat(moved)} ${content}`.trimEnd() }];
  return content === '' ? [] : [{ range, text: `**${content.replace(/\*\*/g, '')}**` }];
}

/** Returns a Markdown text with its front matter, which only the start of a file has, as a block of code. */
export function withFencedFrontMatter(text: string): string {
  const [first] = parseMarkdown(text).pieces.flatMap(({ piece }) => piece.tree.children);
  if (first?.type !== 'yaml') return text;
  const rest = text.slice(first.position?.end.offset ?? 0);
  const fence = '`'.repeat(
    Math.max(3, ...[...first.value.matchAll(/`+/g)].map(([run]) => run.length + 1)),
  );
  return `${fence}yaml\n${first.value}\n${fence}${rest}`;
}
