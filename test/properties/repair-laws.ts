import assert from 'node:assert/strict';
import { checkFile } from '../../server/src/core/checking/check-file.ts';
import type { CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { chooseFixes, fixMinutes } from '../../server/src/core/checking/fix-minutes.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import type { Finding } from '../../server/src/core/rules/finding.ts';
import { joinBlocks } from '../../server/src/core/text/insert-block.ts';
import { applyEdits, type TextEdit } from '../../server/src/core/text/text-edit.ts';
import { lostParts } from '../support/lost-parts.ts';

const safe = { unsafe: false, rules: null };

/** What safe repair inserts may ask to be filled. */
const asksToBeFilled: ReadonlySet<string> = new Set(['unfilled-text', 'missing-lead']);

/** Asserts that safe repair ends in two passes, loses nothing, and that each of its findings afterwards was there before. */
export function assertRepaired(input: CheckInput): void {
  const { text } = input.minutes;
  const result = fixMinutes(input, safe);
  const about = `${input.template.text}\n====== ${String(input.fileName)}\n${text}\n------\n${result.text}`;
  assert.equal(fixMinutes(withText(input, result.text), safe).text, result.text, about);
  const first = passOver(input);
  const second = passOver(withText(input, first.text));
  assert.equal(second.text, result.text, `More than two passes\n${about}`);
  assert.deepEqual(lostParts(input, result), [], about);
  const before = checkFile(input);
  const worse = result.remaining.filter(
    (finding) =>
      !asksToBeFilled.has(finding.rule) &&
      !before.some((other) => isSame(other, finding, [first.edits, second.edits])),
  );
  assert.deepEqual(worse.map(lineOf), [], `${before.map(lineOf).join('\n')}\n${about}`);
}

/** Returns the minutes after one pass of safe repair. */
function passOver(input: CheckInput): {
  readonly text: string;
  readonly edits: readonly TextEdit[];
} {
  const chosen = chooseFixes(checkFile(input), safe);
  const edits = joinBlocks(chosen.flatMap(({ fix }) => fix.edits));
  return { text: applyEdits(input.minutes.text, edits), edits };
}

/** Tells whether a finding of the repaired minutes is one that there was: of the same rule, with the same words or at the same place. */
function isSame(
  before: Finding,
  after: Finding,
  passes: readonly (readonly TextEdit[])[],
): boolean {
  if (before.rule !== after.rule) return false;
  if (before.message === after.message) return true;
  const start = passes.reduce(
    (offset, edits) => placeAfter(offset, edits, false),
    before.range.start,
  );
  const end = passes.reduce((offset, edits) => placeAfter(offset, edits, true), before.range.end);
  return start <= after.range.end && after.range.start <= end;
}

/** Returns where an offset is after edits; at what is inserted there, before or after it. */
function placeAfter(offset: number, edits: readonly TextEdit[], behind: boolean): number {
  let shift = 0;
  for (const { range, text } of edits) {
    if (range.end < offset || (range.end === offset && behind))
      shift += text.length - (range.end - range.start);
  }
  return offset + shift;
}

/** Returns minutes with another text and all else the same. */
export function withText(input: CheckInput, text: string): CheckInput {
  return { ...input, minutes: readMinutes(parseMarkdown(text)) };
}

function lineOf({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}
