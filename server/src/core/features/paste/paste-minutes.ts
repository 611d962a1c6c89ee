import type { Heading, RootContent } from 'mdast';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { writeMarkdown } from '../../markdown/write-markdown.ts';
import { plainText } from '../../minutes/plain-text.ts';
import { readMinutes, type Minutes } from '../../minutes/read-minutes.ts';
import { allSections } from '../../matching/heading-match.ts';
import type { MissingSection } from '../../matching/template-match.ts';
import { baseName, isoFileDate } from '../../matching/file-date.ts';
import { sectionText } from '../../template/section-text.ts';
import type { Matcher } from '../../matching/matcher.ts';
import { insertBlock, lineEndingOf } from '../../text/insert-block.ts';
import { applyEdits } from '../../text/text-edit.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import { arrangeSections } from './arrange-sections.ts';
import { addressIn, blocksOf, fitAsBlocks, fitInLine, fitTextInCell } from './fit-paste.ts';
import { moveHeadings, withFencedFrontMatter } from './markdown-source.ts';
import { pasteDepth } from './paste-depth.ts';
import { pastePlaceOf, type PastePlace } from './paste-place.ts';
import { readPasted, type PastedContent, type ReadContent } from './read-pasted.ts';

/** What pasted content becomes, and what was done with it. */
export interface PastedMinutes {
  readonly text: string;
  readonly did: 'kept-source' | 'made-minutes' | 'made-items' | 'made-line' | 'made-blocks';
}

/**
 * Returns the Markdown that content becomes where it is pasted over a range of minutes.
 * Markdown stays as it is, with its headings below the section; in minutes without a heading, other content
 * becomes the sections of the template. Null where it would become nothing else than its own text.
 */
export function pasteMinutes(
  pasted: PastedContent,
  minutes: Minutes,
  template: Matcher | null,
  fileName: string | null,
  range: OffsetRange,
): PastedMinutes | null {
  const place = pastePlaceOf(minutes.markdown, range.start, range.end);
  const content = place.kind === 'code' ? null : readPasted(pasted);
  if (content === null) return null;
  const fitted = fit(content, place, { minutes, template, fileName, range });
  const eol = lineEndingOf(minutes.text);
  const text = fitted?.text.replace(/\r\n|\r|\n/g, eol) ?? null;
  return fitted === null || text === null || text === pasted.text ? null : { ...fitted, text };
}

interface Target {
  readonly minutes: Minutes;
  readonly template: Matcher | null;
  readonly fileName: string | null;
  readonly range: OffsetRange;
}

function fit(content: ReadContent, place: PastePlace, target: Target): PastedMinutes | null {
  const isSource = content.kind === 'source';
  const blocks = isSource ? blocksOf(content.source) : content.blocks;
  const isInTable = /^(?:cell|row)/.test(place.kind);
  if (!isSource && !isInTable && !blocks.some(isStructured)) return null;
  if (place.kind === 'address') {
    const address = addressIn(blocks);
    return address === null ? null : { text: address, did: 'made-line' };
  }
  const line = fitInLine(blocks, place);
  if (line !== null) return { text: writtenLine(content, place) ?? line, did: 'made-line' };
  const { minutes, template, fileName, range } = target;
  if (minutes.headings.length === 0 && template !== null) {
    if (isSource && blocks.some(({ type }) => type === 'heading')) {
      return { text: content.source, did: 'kept-source' };
    }
    const arranged = writeMarkdown(arrangeSections(blocks, template));
    return { text: completeMinutes(arranged, template, fileName), did: 'made-minutes' };
  }
  const write = (depth: number): string =>
    isSource
      ? moveHeadings(sourceBelow(content.source, minutes.text.slice(0, range.start)), depth)
      : writeMarkdown(demote(blocks, depth));
  const asBlocks = (depth: number): string => fitAsBlocks(write(depth), place);
  const depth = place.inItem ? 6 : pasteDepth(range, minutes, template, asBlocks);
  const did = isSource ? 'kept-source' : content.kind === 'chat' ? 'made-items' : 'made-blocks';
  return { text: asBlocks(depth), did };
}

/** Returns the one line that was copied, where it can stay as it was written. */
function writtenLine(content: ReadContent, place: PastePlace): string | null {
  if (content.kind === 'source') {
    const own = content.source.trim();
    return place.kind === 'text' && !/[\r\n]|^#/.test(own) ? own : null;
  }
  const [only, ...others] = content.blocks;
  const isText = content.kind === 'text' && only?.type === 'paragraph' && others.length === 0;
  return isText && place.kind === 'cell' ? fitTextInCell(plainText(only), place) : null;
}

/** Returns Markdown as it goes on below a text: with line feeds, and front matter as code, which it is nowhere else. */
function sourceBelow(source: string, above: string): string {
  const lines = source.replace(/\r\n|\r/g, '\n').replace(/^\n+/, '');
  return above.trim() === '' ? lines : withFencedFrontMatter(lines);
}

/** Returns whether a block says more than its text. */
function isStructured(node: RootContent): boolean {
  if (node.type === 'paragraph')
    return node.children.some(({ type }) => type !== 'text' && type !== 'break');
  return true;
}

/** Puts headings below a depth; where there is no deeper one, they become bold text. */
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

/** Adds the sections that the template requires besides those that were pasted. */
function completeMinutes(markdown: string, template: Matcher, fileName: string | null): string {
  const date = fileName === null ? null : isoFileDate(fileName, template);
  let text = markdown;
  let missing = missingIn(text, template);
  for (let [next] = missing; next !== undefined; [next] = missing) {
    const { expected, offset, shift } = next;
    const isTitle = expected.kind === 'title';
    const present = isTitle ? new Set(allSections(template)) : next.present;
    const section = sectionText(expected, template, date, present, undefined, shift);
    const own = isTitle ? section.replace(/\{text\??\}/, nameOf(fileName)) : section;
    const longer = applyEdits(text, [insertBlock(text, offset, own).edit]);
    const left = missingIn(longer, template);
    const isStillMissing = isTitle
      ? left.some((each) => each.expected === expected)
      : countOf(left) >= countOf(missing);
    if (isStillMissing) break;
    text = longer;
    missing = left;
  }
  return text;
}

function missingIn(text: string, template: Matcher): readonly MissingSection[] {
  return template.matchOf(readMinutes(parseMarkdown(text))).missing;
}

function countOf(missing: readonly MissingSection[]): number {
  return missing.reduce((sum, { count }) => sum + count, 0);
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
