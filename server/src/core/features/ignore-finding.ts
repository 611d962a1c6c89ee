import { bodyStart } from '../markdown/front-matter-place.ts';
import { ignoreComments } from '../minutes/ignore-comments.ts';
import { blocksIn, type Minutes } from '../minutes/read-minutes.ts';
import type { Finding } from '../rules/finding.ts';
import { lineEndingOf } from '../text/insert-block.ts';
import type { OffsetRange } from '../text/offset-range.ts';
import { lineAt } from '../text/text-line.ts';
import type { TextEdit } from '../text/text-edit.ts';

/**
 * Returns the edit that silences a finding's rule by a comment: in the whole file,
 * or in the block where the finding begins, with its section where that is a heading.
 * Null where only the whole file can ignore it: what is missing is in no block.
 */
export function ignoreEdit(
  minutes: Minutes,
  { rule, range }: Finding,
  scope: 'file' | 'next',
): TextEdit | null {
  if (scope === 'next' && tellsOfAbsence(rule, range)) return null;
  const start = scope === 'file' ? bodyStart(minutes.text) : blockStart(minutes, range.start);
  return start === null
    ? null
    : (joinComment(minutes, rule, scope, start) ?? newComment(minutes.text, rule, scope, start));
}

function tellsOfAbsence(rule: string, { start, end }: OffsetRange): boolean {
  return start === end || rule === 'missing-title';
}

/** Returns where the line begins with which the block of an offset begins. */
function blockStart(minutes: Minutes, offset: number): number | null {
  const block = blocksIn(minutes, { start: 0, end: minutes.text.length }).findLast(
    ({ node, range }) => range.start <= offset && offset <= range.end && node.type !== 'yaml',
  );
  return block === undefined ? null : lineAt(minutes.text, block.range.start).start;
}

/** Adds the rule to the comment that is already there. */
function joinComment(
  minutes: Minutes,
  rule: string,
  scope: 'file' | 'next',
  start: number,
): TextEdit | null {
  const present = ignoreComments(minutes).find(
    (comment) =>
      comment.scope === scope &&
      (scope === 'file' || minutes.text.slice(comment.range.end, start).trim() === '') &&
      (scope === 'file' || comment.range.end <= start),
  );
  const last = present?.rules.at(-1);
  return last === undefined
    ? null
    : { range: { start: last.range.end, end: last.range.end }, text: ` ${rule}` };
}

function newComment(text: string, rule: string, scope: 'file' | 'next', start: number): TextEdit {
  const eol = lineEndingOf(text);
  const comment =
    scope === 'file'
      ? `<!-- minutes-ignore-file ${rule} -->${eol}`
      : `<!-- minutes-ignore ${rule} -->`;
  return { range: { start, end: start }, text: comment + eol };
}
