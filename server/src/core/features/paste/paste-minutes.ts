import type { Heading, ListItem, RootContent } from 'mdast';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { readHtml } from '../../markdown/read-html.ts';
import { writeMarkdown } from '../../markdown/write-markdown.ts';
import { flattenSections } from '../../minutes/outline.ts';
import { readMinutes, type Minutes } from '../../minutes/read-minutes.ts';
import { allSections } from '../../matching/heading-match.ts';
import type { MissingSection } from '../../matching/template-match.ts';
import { baseName, isoFileDate } from '../../matching/file-date.ts';
import { sectionText } from '../../template/section-text.ts';
import type { Matcher } from '../../matching/matcher.ts';
import { insertBlock, lineEndingOf } from '../../text/insert-block.ts';
import { applyEdits } from '../../text/text-edit.ts';
import { lineAt } from '../../text/text-line.ts';
import { arrangeSections } from './arrange-sections.ts';
import { hasForeignBullets, readPlainText } from './read-plain-text.ts';

/** What a clipboard holds. */
export interface PastedContent {
  readonly html: string | null;
  readonly text: string | null;
}

/**
 * Returns the Markdown that pasted content becomes at an offset of minutes: nested lists, links, tables,
 * and headings below the section there; in minutes without a heading, the sections of the template.
 * Null where it would become nothing else than its own text.
 */
export function pasteMinutes(
  pasted: PastedContent,
  minutes: Minutes,
  template: Matcher,
  fileName: string | null,
  offset: number,
): string | null {
  const blocks = readPasted(pasted);
  if (!blocks.some(isStructured)) return null;
  const eol = lineEndingOf(minutes.text);
  const markdown =
    minutes.headings.length === 0
      ? completeMinutes(writeMarkdown(arrangeSections(blocks, template)), template, fileName)
      : surround(
          writeMarkdown(demote(blocks, depthAt(minutes, template, offset))),
          minutes,
          offset,
        );
  return markdown.replace(/\n/g, eol);
}

function readPasted({ html, text }: PastedContent): readonly RootContent[] {
  const blocks = html === null ? [] : tighten(readHtml(html));
  const flat = blocks.every(({ type }) => type === 'paragraph');
  if (text === null || (blocks.length > 0 && !flat)) return blocks;
  if (blocks.length > 0 && !hasForeignBullets(text)) return blocks;
  const plain = readPlainText(text);
  return hasForeignBullets(text) || plain.some(({ type }) => type === 'heading') ? plain : [];
}

/** Tells whether a block says more than its text. */
function isStructured(node: RootContent): boolean {
  if (node.type === 'paragraph')
    return node.children.some(({ type }) => type !== 'text' && type !== 'break');
  return true;
}

/** Makes items stand without blank lines between them where nothing else than lists stands below their text. */
function tighten<Node extends RootContent>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (node.type !== 'list') return node;
    const children = node.children.map((item) => ({
      ...item,
      spread: !isSimple(item),
      children: tighten(item.children),
    }));
    return { ...node, spread: children.some(({ spread }) => spread), children };
  });
}

function isSimple({ children }: ListItem): boolean {
  return children.every(
    ({ type }, index) => type === 'list' || (type === 'paragraph' && index === 0),
  );
}

function depthAt(minutes: Minutes, template: Matcher, offset: number): number {
  const { outline } = template.matchOf(minutes);
  const section = flattenSections(outline).findLast(
    ({ heading, range }) => heading.range.start <= offset && offset <= range.end,
  );
  return section?.depth ?? 0;
}

/** Puts headings below a depth; where there is no deeper one, bold text stands for them. */
function demote(blocks: readonly RootContent[], depth: number): readonly RootContent[] {
  const depths = blocks.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const shift = depth + 1 - Math.min(...depths);
  return blocks.map((node): RootContent => {
    if (node.type !== 'heading') return node;
    const wanted = headingDepth(node.depth + shift);
    return wanted === null
      ? { type: 'paragraph', children: [{ type: 'strong', children: node.children }] }
      : { ...node, depth: wanted };
  });
}

function headingDepth(depth: number): Heading['depth'] | null {
  const depths: readonly Heading['depth'][] = [1, 2, 3, 4, 5, 6];
  return depths.find((each) => each === depth) ?? null;
}

/** Sets blocks apart from the line that they are pasted into; a list goes on with an item that has just begun. */
function surround(markdown: string, { text }: Minutes, offset: number): string {
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  const block = markdown.trimEnd();
  const item = /^([ \t]*)[-*+][ \t]+$/.exec(before);
  const after = text.slice(offset, line.end).trim() === '' ? '' : '\n\n';
  if (item !== null && block.startsWith('- ')) {
    return block.slice(2).replace(/\n(?=.)/g, `\n${item[1] ?? ''}`) + after;
  }
  const isInline = before.trim() === '' || !/^(?:[-#|>*+]|\d+[.)]|```)/.test(block);
  return (isInline ? '' : '\n\n') + block + after;
}

/** Adds the sections that the template requires besides those that were pasted. */
function completeMinutes(markdown: string, template: Matcher, fileName: string | null): string {
  const date = fileName === null ? null : isoFileDate(fileName, template);
  let text = markdown;
  for (
    let missing = firstMissing(text, template);
    missing !== null;
    missing = firstMissing(text, template)
  ) {
    const { expected, offset } = missing;
    const isTitle = expected.kind === 'title';
    const present = isTitle ? new Set(allSections(template)) : missing.present;
    const section = sectionText(expected, template, date, present);
    const own = isTitle ? section.replace(/\{text\??\}/, nameOf(fileName)) : section;
    const longer = applyEdits(text, [insertBlock(text, offset, own).edit]);
    if (longer === text) break;
    text = longer;
  }
  return text;
}

function firstMissing(text: string, template: Matcher): MissingSection | null {
  return template.matchOf(readMinutes(parseMarkdown(text))).missing[0] ?? null;
}

/** Returns the words of a file's name, without its date. */
function nameOf(fileName: string | null): string {
  const words = baseName(fileName ?? '')
    .replace(/\.[^.]*$/, '')
    .replace(/\d+/g, ' ')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words === '' ? 'Minutes' : words.charAt(0).toUpperCase() + words.slice(1);
}
