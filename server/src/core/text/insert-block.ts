import type { OffsetRange } from './offset-range.ts';
import type { TextEdit } from './text-edit.ts';

/** Returns the line ending that a text uses first; `\n` where it has one line. */
export function lineEndingOf(text: string): '\n' | '\r\n' | '\r' {
  const found = /\r\n|\n|\r/.exec(text)?.[0];
  return found === '\r\n' || found === '\r' ? found : '\n';
}

/**
 * Returns the insertion that puts lines of Markdown at an offset, with blank lines around them,
 * and the empty range at the end of the last text before it, where a reader sees the finding.
 */
export function insertBlock(
  text: string,
  offset: number,
  block: string,
): { edit: TextEdit; anchor: OffsetRange } {
  const eol = lineEndingOf(text);
  const before = text.slice(0, offset);
  const content = block.trim().replace(/\r\n|\r|\n/g, eol);
  const isFirst = before.replace(/^\uFEFF/, '').trim() === '';
  const start = isFirst ? '' : blankLineAfter(before, eol);
  const followed = /^[ \t]*[^\s]/.test(text.slice(offset));
  const end = before.trimEnd().length;
  return {
    edit: {
      range: { start: offset, end: offset },
      text: start + content + (followed ? eol + eol : eol),
    },
    anchor: { start: end, end },
  };
}

/** Returns the edits with blocks that are inserted at one place as one, a blank line between them. */
export function joinBlocks(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits) {
    const index = joined.findIndex((other) => isBlockAt(other, edit.range.start));
    const other = joined[index];
    if (other === undefined || !isBlockAt(edit, edit.range.start)) joined.push(edit);
    else {
      const eol = lineEndingOf(other.text);
      const text = `${other.text.trimEnd()}${eol}${eol}${edit.text.trimStart()}`;
      joined[index] = { range: other.range, text };
    }
  }
  return joined;
}

function isBlockAt({ range, text }: TextEdit, offset: number): boolean {
  return range.start === offset && range.end === offset && /[\r\n]$/.test(text);
}

/** Returns what is missing at the end of a text for the next line to follow a blank line. */
function blankLineAfter(before: string, eol: string): string {
  const space = before.slice(before.trimEnd().length);
  const endings = /[\r\n]$/.test(space) ? (space.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
  return eol.repeat(Math.max(0, 2 - endings));
}
