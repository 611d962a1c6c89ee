import assert from 'node:assert/strict';
import { formatMinutes } from '../../server/src/core/features/formatting.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';
import { assertEditsChange } from './assert-edits-change.ts';

/**
 * Computes the text of a test after formatting, in `formatted`; that of the lines around the cursors alone, where it has two.
 * @throws AssertionError where more than white space changes, or a second run changes something.
 */
export function checkFormatting({ fences }: SuiteTest): readonly Expectation[] {
  const [source, expected] = fences;
  assert.ok(source?.label === 'text' && expected, 'A test has a text, and what it is formatted to');
  const [before = '', selected, after = ''] = source.text.split('<|>');
  const text = [before, selected, after].join('');
  const end = before.length + (selected?.length ?? 0);
  const range = selected === undefined ? null : { start: before.length, end };
  const formatted = format(text, range);
  assert.equal(wordsOf(formatted), wordsOf(text), 'More than white space changed');
  if (range === null)
    assert.equal(format(formatted, null), formatted, 'A second run changes something');
  return [{ label: 'formatted', fence: expected, after: source, text: formatted }];
}

function format(text: string, range: { start: number; end: number } | null): string {
  const edits = formatMinutes(readMinutes(parseMarkdown(text)), range);
  assertEditsChange(edits, text);
  return applyEdits(text, edits);
}

function wordsOf(text: string): string {
  return text.replace(/\s/g, '');
}
