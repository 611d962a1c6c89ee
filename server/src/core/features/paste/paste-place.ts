import { visit } from 'unist-util-visit';
import {
  blocksAround,
  continuationOf,
  offsetOf,
  type BlocksAround,
} from '../../markdown/blocks-around.ts';
import type { MarkdownDocument } from '../../markdown/parse-markdown.ts';
import { isSeparator, tableAt } from '../../markdown/table-lines.ts';
import { lineAfter, lineAt, lineBefore } from '../../text/text-line.ts';
import { inside, itemHolding, outside } from '../keys/list-items.ts';

/** Where something is pasted. */
export interface PastePlace {
  readonly kind:
    'cell' | 'row-above' | 'row-below' | 'address' | 'link-text' | 'heading' | 'code' | 'text';
  /** What is on the line before, after what holds it, and after. */
  readonly before: string;
  readonly after: string;
  /** What lines below begin with to belong to what holds the cursor. */
  readonly prefix: string;
  /** Whether the cursor is in the text of an item. */
  readonly inItem: boolean;
  /** An item that has nothing yet: its marker, and what lines of the items after it begin with. */
  readonly begun: {
    readonly marker: string;
    readonly prefix: string;
    readonly isTask: boolean;
  } | null;
  /** Whether the lines above and below have text. */
  readonly followsText: boolean;
  readonly precedesText: boolean;
}

/** Returns the place of a range that something is pasted over. */
export function pastePlaceOf(document: MarkdownDocument, start: number, end: number): PastePlace {
  const { text } = document;
  const line = lineAt(text, start);
  const around = blocksAround(document, start, 'as-begun');
  const item = around === null ? null : itemHolding(around);
  const isFirst = item?.line.start === line.start;
  const held = item === null ? (/^(?:[ \t]*>[ \t]?)*/.exec(line.text)?.[0] ?? '') : '';
  const own = isFirst
    ? item.contentStart - item.line.start
    : (/^[ \t>]*/.exec(line.text)?.[0].length ?? 0);
  const inItem = item !== null && start >= (isFirst ? item.contentStart : line.start + own);
  const above = lineBefore(text, line);
  const below = lineAfter(text, lineAt(text, end));
  return {
    kind: kindOf(document, start),
    before: line.text.slice(Math.min(own, start - line.start), start - line.start),
    after: text.slice(end, lineAt(text, end).end),
    prefix: inItem ? inside(item) : continuationOf(held),
    inItem,
    begun:
      inItem && item.content.trim() === '' && isFirst
        ? { marker: item.marker, prefix: outside(item), isTask: item.checkbox !== '' }
        : null,
    followsText: hasText(above?.text),
    precedesText: hasText(below?.text),
  };
}

function kindOf(document: MarkdownDocument, offset: number): PastePlace['kind'] {
  const { text } = document;
  const line = lineAt(text, offset);
  const before = line.text.slice(0, offset - line.start);
  const around = blocksAround(document, offset, 'as-written');
  const block = around?.tree.children.find(
    ({ position }) =>
      position !== undefined &&
      position.start.line <= around.own &&
      around.own <= position.end.line,
  );
  if (block?.type === 'code' || block?.type === 'html' || block?.type === 'yaml') return 'code';
  const after = line.text.slice(before.length);
  const isEmptyCode = /(?<!`)`$/.test(before) && /^`(?!`)/.test(after);
  if (isEmptyCode || (around !== null && isInCode(around, offset))) return 'code';
  const inTable = kindInTable(document, offset);
  if (inTable === 'row-above' || inTable === 'row-below' || inTable === 'code') return inTable;
  if (/\]\([^()\s]*$/.test(before)) return 'address';
  if (/(?<!\\)\[[^[\]]*$/.test(before) && /^[^[\]]*\]\(/.test(after)) return 'link-text';
  if (inTable !== null) return inTable;
  return /^ {0,3}#{1,6}[ \t]/.test(before) ? 'heading' : 'text';
}

function isInCode(around: BlocksAround, offset: number): boolean {
  let isWithin = false;
  visit(around.tree, 'inlineCode', ({ position }) => {
    if (position === undefined) return;
    const { start, end } = position;
    isWithin ||= offsetOf(around, start) < offset && offset < offsetOf(around, end);
  });
  return isWithin;
}

/** Before the first pipe of a row and after its last, there is no cell: what goes there is a row. */
function kindInTable(document: MarkdownDocument, offset: number): PastePlace['kind'] | null {
  const table = tableAt(document, offset);
  const rows = table === null ? [] : [table.header, ...table.rows];
  const row = rows.find(
    ({ range, indent }) => range.start - indent.length <= offset && offset <= range.end,
  );
  if (table === null || row === undefined || isSeparator(row)) return null;
  const isHeader = row === table.header;
  const first = row.cells[0]?.range.start ?? row.range.start;
  const last = row.cells.at(-1)?.range.end ?? row.range.end;
  if (row.leadingPipe && offset < first) return isHeader ? 'text' : 'row-above';
  if (row.trailingPipe && offset > last) return isHeader ? 'code' : 'row-below';
  return 'cell';
}

function hasText(line: string | undefined): boolean {
  return line !== undefined && line.replace(/>/g, '').trim() !== '';
}
