import type { RootContent } from 'mdast';
import { alignTable } from '../markdown/align-table.ts';
import { blockRange } from '../markdown/node-range.ts';
import type { MarkdownDocument } from '../markdown/parse-markdown.ts';
import { tableAt, tablesOf } from '../markdown/table-lines.ts';
import { blocksIn, type Block, type Minutes } from '../minutes/read-minutes.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import { rangesTouch, type OffsetRange } from '../text/offset-range.ts';
import type { TextEdit } from '../text/text-edit.ts';

/**
 * Returns the edits that format minutes, or what of them lies in a range: aligned tables,
 * one blank line between blocks and around headings, none but wanted white space at line ends.
 * They touch white space alone, and formatting once more changes nothing.
 */
export function formatMinutes(minutes: Minutes, range: OffsetRange | null): readonly TextEdit[] {
  const { text } = minutes;
  const blocks = blocksIn(minutes, { start: 0, end: text.length });
  const gaps = blocks.flatMap((block, index) => formatGap(block, blocks[index + 1], text));
  const tables = minutes.markdown.pieces.flatMap((piece) => tablesOf(minutes.markdown, piece));
  const edits = [
    ...blocks.flatMap((block) => formatBlock(block, text)),
    ...tables.flatMap(alignTable),
    ...gaps,
  ];
  return range === null ? edits : edits.filter((edit) => rangesTouch(edit.range, range));
}

/** Returns the edits that align the table at an offset, as while it is typed; none outside of tables. */
export function formatTableAt(document: MarkdownDocument, offset: number): readonly TextEdit[] {
  const table = tableAt(document, offset);
  return table === null ? [] : alignTable(table);
}

function formatBlock({ node, range }: Block, text: string): readonly TextEdit[] {
  return node.type === 'list' || node.type === 'paragraph' || node.type === 'heading'
    ? trimLines(node, range, text)
    : [];
}

/** Removes white space at the ends of lines, except hard line breaks (CommonMark 6.7) and code. */
function trimLines(node: RootContent, range: OffsetRange, text: string): TextEdit[] {
  const code = codeIn(node, range.start - blockRange(node).start);
  return [...text.slice(range.start, range.end).matchAll(/[ \t]+(?=\r\n|\r|\n|$)/g)].flatMap(
    (match) => {
      const start = range.start + match.index;
      const end = start + match[0].length;
      const blank = /(?:^|[\r\n])$/.test(text.slice(0, start));
      const followed = /^(?:\r\n|\r|\n)[ \t]*(?!(?:[-*+]|\d{1,9}[.)])\s)\S/.test(text.slice(end));
      if (code.some((each) => rangesTouch(each, { start, end }))) return [];
      if (!blank && followed && / {2}$/.test(match[0])) return [];
      if (!blank && isMarkerAlone(text, start)) return [];
      return [{ range: { start, end }, text: '' }];
    },
  );
}

/** The space after a lone marker is where the item is about to be written. */
function isMarkerAlone(text: string, offset: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, 0), offset);
  return /^[ \t]*(?:[-*+]|\d{1,9}[.)])$/.test(line);
}

function codeIn(node: RootContent, shift: number): OffsetRange[] {
  const own = ['code', 'html', 'inlineCode', 'table'].includes(node.type);
  if (own && node.position !== undefined) {
    const { start, end } = node.position;
    return [{ start: (start.offset ?? 0) + shift, end: (end.offset ?? 0) + shift }];
  }
  return 'children' in node ? node.children.flatMap((child) => codeIn(child, shift)) : [];
}

/** Leaves one blank line between blocks, and none before the end of the text. */
function formatGap(block: Block, next: Block | undefined, text: string): TextEdit[] {
  const gap = text.slice(block.range.end, next?.range.start ?? text.length);
  const breaks = [...gap.matchAll(/\r\n|\r|\n/g)];
  const last = breaks.at(-1);
  if (gap.trim() !== '' || (last === undefined && next !== undefined)) return [];
  const end = block.range.end + (last === undefined ? gap.length : last.index + last[0].length);
  const wanted = next === undefined ? 1 : breaks.length > 1 || needsBlankLine(block, next) ? 2 : 1;
  const written = text.slice(block.range.end, end);
  const space = lineEndingOf(text).repeat(wanted);
  const normalized = [...written.matchAll(/\r\n|\r|\n/g)].map(([each]) => each).slice(0, wanted);
  const kept = normalized.length === wanted ? normalized.join('') : space;
  return written === kept ? [] : [{ range: { start: block.range.end, end }, text: kept }];
}

/** A heading is alone, except for a comment about it. */
function needsBlankLine(block: Block, next: Block): boolean {
  return (
    next.node.type === 'heading' || (block.node.type === 'heading' && next.node.type !== 'html')
  );
}
