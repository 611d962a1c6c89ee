import type { Html } from 'mdast';
import type { OffsetRange } from '../text/offset-range.ts';
import { flattenSections, type Section } from './outline.ts';
import { blocksIn, type Block, type Minutes } from './read-minutes.ts';

/** A comment that silences rules: `<!-- minutes-ignore RULE -->` or `<!-- minutes-ignore-file RULE -->`. */
export interface IgnoreComment {
  readonly scope: 'file' | 'next';
  readonly rules: readonly { readonly id: string; readonly range: OffsetRange }[];
  readonly range: OffsetRange;
}

const comment = /^<!--\s*minutes-ignore(-file)?(?=[\s:-])[\s:]*([^]*?)\s*-->\s*$/;

/** Returns the comments of minutes that silence rules, in document order; each is alone as a block. */
export function ignoreComments(minutes: Minutes): readonly IgnoreComment[] {
  const { text } = minutes;
  if (!text.includes('<!--') || !text.includes('minutes-ignore')) return [];
  return blocksIn(minutes, { start: 0, end: text.length }).flatMap(({ node, range }) =>
    node.type === 'html' ? (readComment(node, range) ?? []) : [],
  );
}

/** Returns the range that a comment speaks of: the next block, and with a heading its section; null where nothing follows. */
export function ignoredRange(
  { scope, range }: IgnoreComment,
  minutes: Minutes,
  outline: readonly Section[],
): OffsetRange | null {
  if (scope === 'file') return { start: 0, end: minutes.text.length };
  const next = blocksIn(minutes, { start: range.end, end: minutes.text.length }).find(
    (block) => !isIgnoreComment(block),
  );
  if (next === undefined) return null;
  const section = flattenSections(outline).find(
    ({ heading }) => heading.range.start === next.range.start,
  );
  return section?.range ?? next.range;
}

function isIgnoreComment({ node, range }: Block): boolean {
  return node.type === 'html' && readComment(node, range) !== null;
}

function readComment({ value }: Html, range: OffsetRange): IgnoreComment | null {
  const match = comment.exec(value);
  if (match === null) return null;
  const [all, file, names = ''] = match;
  const start =
    range.start +
    all.indexOf(
      names,
      all.indexOf('minutes-ignore') + 'minutes-ignore'.length + (file?.length ?? 0),
    );
  const rules = [...names.matchAll(/[^\s,;]+/g)].map(({ 0: id, index }) => ({
    id,
    range: { start: start + index, end: start + index + id.length },
  }));
  return { scope: file === undefined ? 'next' : 'file', rules, range };
}
