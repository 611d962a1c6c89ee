import type { OffsetRange } from '../text/offset-range.ts';

/** A list item, or a line of running text, with what it says. */
export interface WrittenLine {
  readonly kind: 'item' | 'text';
  /** Its content without marker and check box; the lines that continue an item are joined to it. */
  readonly content: string;
  /** The check box of an item; null where it has none. */
  readonly checked: boolean | null;
  /** Width of what is before an item's marker: 0 at the top of a list. */
  readonly indentation: number;
  /** From the line's marker to the end of the content. */
  readonly range: OffsetRange;
  /** Offset of the check box's mark; null where there is none. */
  readonly boxOffset: number | null;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const marker = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[([ xX])\][ \t]+)?(?=\S)/;
const plainLine = /^[ \t>]*(?=[^ \t>#|])/;

/**
 * Returns the items and lines of a part of a text, in order, without headings, table rows and fenced code.
 * It goes by lines, so that a series of any length is read in no time.
 */
export function writtenLinesIn(text: string, { start, end }: OffsetRange): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  let open: string | null = null;
  let continued = false;
  for (let at = start; at < end;) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 || newline >= end ? end : newline + 1;
    const line = text.slice(at, next).trimEnd();
    const fenced = fence.exec(line)?.[1];
    if (open !== null) {
      if (fenced?.startsWith(open) === true) open = null;
    } else if (fenced !== undefined) {
      open = fenced.slice(0, 3);
    } else {
      const written = readLine(line, at);
      const last = lines.at(-1);
      if (written !== null && continued && last?.kind === 'item' && continues(written)) {
        lines[lines.length - 1] = {
          ...last,
          content: `${last.content} ${written.content}`,
          range: { start: last.range.start, end: written.range.end },
        };
      } else if (written !== null) lines.push(written);
      continued = written !== null;
    }
    if (open !== null) continued = false;
    at = next;
  }
  return lines;
}

/** What is announced in capitals is a line of its own, also right below an item. */
function continues({ kind, content }: WrittenLine): boolean {
  return kind === 'text' && !/^(?:ACTION|RESOLVED|RESOLUTION|DECISION|AGREED)\b/.test(content);
}

function readLine(line: string, at: number): WrittenLine | null {
  const item = marker.exec(line);
  if (item !== null) {
    const [before, indentation = '', box] = item;
    return {
      kind: 'item',
      content: line.slice(before.length),
      checked: box === undefined ? null : box !== ' ',
      indentation: indentation.replaceAll('\t', '    ').length,
      range: { start: at + indentation.length, end: at + line.length },
      boxOffset: box === undefined ? null : at + before.lastIndexOf(']') - 1,
    };
  }
  const plain = plainLine.exec(line);
  if (plain === null) return null;
  const start = plain[0].length;
  return {
    kind: 'text',
    content: line.slice(start),
    checked: null,
    indentation: start,
    range: { start: at + start, end: at + line.length },
    boxOffset: null,
  };
}
