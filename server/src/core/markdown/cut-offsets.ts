const frontMatter = /^---[ \t]*\r?\n(?:[^]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;
const headingLine = /(?<=[\r\n])#{1,6}(?=[ \t\r\n]|$)/g;

/**
 * Returns the offsets where the text may be cut, from its first to its last:
 * before ATX headings at column 1 that stand after the front matter.
 * Whether a block is still open there, only parsing tells. A byte order mark stands before the first.
 */
export function cutOffsets(text: string): number[] {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  const body = first + (frontMatter.exec(text.slice(first))?.[0].length ?? 0);
  const cuts = [first];
  for (const { index } of text.matchAll(headingLine)) {
    if (index >= body && index > first) cuts.push(index);
  }
  cuts.push(text.length);
  return cuts;
}
