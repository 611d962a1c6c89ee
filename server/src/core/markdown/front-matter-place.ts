import type { OffsetRange } from '../text/offset-range.ts';

/** Where a text has YAML front matter. */
export interface FrontMatterPlace {
  /** The lines between the fences, with their endings. */
  readonly content: OffsetRange;
  /** The offset after the closing fence and its line ending. */
  readonly end: number;
}

const frontMatter = /^(---[ \t]*(?:\r\n|\r|\n))((?:[^]*?[\r\n])?)---[ \t]*(?:\r\n|\r|\n|$)/;

/** Returns where the front matter of a text is, after a byte order mark; null where there is none or nothing closes it. */
export function findFrontMatter(text: string): FrontMatterPlace | null {
  const start = markLength(text);
  if (!text.startsWith('---', start)) return null;
  const [whole, opening = '', content = ''] = frontMatter.exec(text.slice(start)) ?? [];
  if (whole === undefined) return null;
  const contentStart = start + opening.length;
  return {
    content: { start: contentStart, end: contentStart + content.length },
    end: start + whole.length,
  };
}

/** Returns the offset after a byte order mark and front matter, where the blocks of a document begin. */
export function bodyStart(text: string): number {
  return findFrontMatter(text)?.end ?? markLength(text);
}

/** Returns the length of the byte order mark that a text begins with; 0 where it has none. */
export function markLength(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}
