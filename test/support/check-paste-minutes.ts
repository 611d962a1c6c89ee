import { basename } from 'node:path/posix';
import assert from 'node:assert/strict';
import { pasteMinutes } from '../../server/src/core/features/paste/paste-minutes.ts';
import { claimedMinutes } from './claimed-minutes.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';

/** Computes the minutes of a test after pasting, at the cursor, what the fences `html` and `text` hold. */
export function checkPasteMinutes(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input, cursor } = claimedMinutes(test);
  assert.ok(cursor, 'The minutes have no cursor <|>');
  const contentOf = (label: string): string | null =>
    test.fences.find((each) => each.label === label)?.text ?? null;
  const content = { html: contentOf('html'), text: contentOf('text') };
  const { minutes, template } = input;
  const pasted = pasteMinutes(content, minutes, template, basename(fence.label), cursor);
  const after =
    pasted === null
      ? 'nothing\n'
      : text.slice(0, cursor.start) + pasted.text + text.slice(cursor.end);
  const expected = test.fences.find(({ label }) => label === 'pasted') ?? null;
  return [{ label: 'pasted', fence: expected, after: test.fences.at(-1) ?? fence, text: after }];
}
