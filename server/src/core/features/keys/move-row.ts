import {
  continuationCell,
  isSeparator,
  tableAt,
  type TableLine,
  type TableLines,
} from '../../markdown/table-lines.ts';
import type { MarkdownDocument } from '../../markdown/parse-markdown.ts';
import { lineEndingOf } from '../../text/insert-block.ts';
import { continuationOf } from '../../markdown/blocks-around.ts';
import { normalizeText } from '../../text/normalize-text.ts';
import type { KeyEdit } from './key-edit.ts';

/** Returns the horizons of the table at an offset that the row there can be moved to, as the table writes them. */
export function horizonsForRow(document: MarkdownDocument, offset: number): readonly string[] {
  const table = tableAt(document, offset);
  if (table === null) return [];
  const groups = groupsOf(table);
  const own = groups.find((group) => holds(group, offset));
  return own === undefined ? [] : groups.filter((group) => group !== own).map(labelOf);
}

/**
 * Moves the item at an offset, with the rows that continue it, to the end of another horizon of its table.
 * In the first column everything of the horizon moves. Null where there is nothing to move.
 */
export function moveRow(
  document: MarkdownDocument,
  offset: number,
  horizon: string,
): KeyEdit | null {
  const { text } = document;
  const table = tableAt(document, offset);
  if (table === null) return null;
  const groups = groupsOf(table);
  const source = groups.find((group) => holds(group, offset));
  const target = groups.find((group) => normalizeText(labelOf(group)) === normalizeText(horizon));
  if (source === undefined || target === undefined || source === target) return null;
  const [first, last] = movedRows(source, offset);
  const restsOf = (rows: readonly TableLine[]): string[] => rows.map(restOf);
  const moved = restsOf(source.slice(first, last)).filter((rest) => !isEmptyRest(rest));
  if (moved.length === 0) return null;
  const kept = restsOf([...source.slice(0, first), ...source.slice(last)]).filter(
    (rest, index) => index === 0 || !isEmptyRest(rest),
  );
  const present = restsOf(target).filter((rest) => !isEmptyRest(rest));
  const eol = lineEndingOf(text);
  const start = `${continuationOf(source[0].indent)}|${continuationCell(table)}`;
  const sourceText = writeGroup(source, kept, start, eol);
  const targetText = writeGroup(target, [...present, ...moved], start, eol);
  const edits = [
    { range: rangeOf(source), text: sourceText },
    { range: rangeOf(target), text: targetText },
  ];
  const before = rangeOf(source).start < rangeOf(target).start;
  const shift = before ? sourceText.length - (rangeOf(source).end - rangeOf(source).start) : 0;
  const lines = targetText.split(eol);
  const line = lines
    .slice(0, present.length)
    .reduce((sum, each) => sum + each.length + eol.length, 0);
  const row = lines[present.length] ?? '';
  const place = rangeOf(target).start + shift + line + row.length - firstRest(moved).length;
  const cursor = place + (/^\|[ \t]*/.exec(firstRest(moved))?.[0].length ?? 0);
  return { edits, selection: { start: cursor, end: cursor } };
}

/** A horizon's row with those that continue it. */
type Group = readonly [TableLine, ...TableLine[]];

function groupsOf({ rows }: TableLines): readonly Group[] {
  const groups: [TableLine, ...TableLine[]][] = [];
  let open = false;
  for (const row of rows) {
    if (isSeparator(row)) open = false;
    else if ((row.cells[0]?.text ?? '') !== '') {
      groups.push([row]);
      open = true;
    } else if (open) groups.at(-1)?.push(row);
  }
  return groups;
}

function holds(group: Group, offset: number): boolean {
  return group.some(
    ({ range, indent }) => range.start - indent.length <= offset && offset <= range.end,
  );
}

function labelOf([row]: Group): string {
  return row.cells[0]?.text ?? '';
}

function rangeOf(group: Group): { start: number; end: number } {
  return { start: group[0].range.start, end: (group.at(-1) ?? group[0]).range.end };
}

/** Returns the indexes of the first row that moves and of the one after the last. */
function movedRows(group: Group, offset: number): readonly [number, number] {
  const index = group.findIndex(({ range }) => offset <= range.end);
  const inLabel = index === 0 && offset <= (group[0].cells[0]?.range.end ?? 0);
  if (inLabel) return [0, group.length];
  const isItem = (row: TableLine): boolean => /^[-*+](?:\s|$)/.test(row.cells[1]?.text ?? '');
  if (!group.some(isItem)) return [index, index + 1];
  const first = Math.max(group.slice(0, index + 1).findLastIndex(isItem), 0);
  const next = group.findIndex((row, each) => each > index && isItem(row));
  return [first, next === -1 ? group.length : next];
}

/** Returns what follows a row's first cell, its pipe included. */
function restOf(row: TableLine): string {
  return row.text.slice((row.cells[0]?.range.end ?? row.range.end) - row.range.start).trimEnd();
}

function isEmptyRest(rest: string): boolean {
  return /^[|\s]*$/.test(rest);
}

function firstRest(rests: readonly string[]): string {
  return rests[0] ?? '';
}

/** Writes a horizon's rows: the label with the first rest, and a row for each other. */
function writeGroup([first]: Group, rests: readonly string[], start: string, eol: string): string {
  const label = first.text.slice(
    0,
    (first.cells[0]?.range.end ?? first.range.end) - first.range.start,
  );
  const empty = first.trailingPipe ? restOf(first).replace(/[^|]/g, ' ') : '|';
  return [`${label}${rests[0] ?? empty}`, ...rests.slice(1).map((rest) => `${start}${rest}`)].join(
    eol,
  );
}
