import { lineEndingOf } from '../../text/insert-block.ts';
import type { OffsetRange } from '../../text/offset-range.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { AgendaItem } from '../../minutes/agenda-items.ts';

/**
 * Returns the edit that adds an item after another, or before the first where it is null, as the
 * list writes its items. To an ordered list it is added at the end, the `count`th that is.
 */
export function insertItem(
  text: string,
  items: readonly [AgendaItem, ...AgendaItem[]],
  after: AgendaItem | null,
  name: string,
  count: number,
): TextEdit {
  const model = after ?? items[0];
  const marker = markerOf(text, model.range);
  const eol = lineEndingOf(text);
  const gap = isLoose(text, items) ? eol : '';
  const lineStart = startOfLine(text, model.range.start);
  const indent = text.slice(lineStart, model.range.start);
  const number = /\d+/.exec(marker)?.[0];
  if (number !== undefined) {
    const last = items.at(-1) ?? model;
    const next = Number(/\d+/.exec(markerOf(text, last.range))?.[0] ?? 0) + count;
    const item = indent + marker.replace(number, String(next)) + name;
    return insertion(last.range.end, gap + eol + item);
  }
  if (after !== null) return insertion(after.range.end, gap + eol + indent + marker + name);
  const above = text.slice(0, lineStart).replace(/(?:\r\n|\r|\n)$/, '').length;
  return insertion(above, eol + indent + marker + name + gap);
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  return start;
}

function insertion(offset: number, text: string): TextEdit {
  return { range: { start: offset, end: offset }, text };
}

/** Returns an item's marker with the white space after it, and an empty box where it has one. */
function markerOf(text: string, { start, end }: OffsetRange): string {
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/.exec(text.slice(start, end));
  return marker?.[0].replace(/\[[xX]\]/, '[ ]') ?? '- ';
}

/** Returns whether blank lines are between items (CommonMark 5.3). */
function isLoose(text: string, items: readonly AgendaItem[]): boolean {
  return items.some(({ range }, index) => {
    const next = items[index + 1];
    const between = next === undefined ? '' : text.slice(range.end, next.range.start);
    return between.trim() === '' && (between.match(/\r\n|\r|\n/g)?.length ?? 0) > 1;
  });
}
