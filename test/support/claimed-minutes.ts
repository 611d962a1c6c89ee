import assert from 'node:assert/strict';
import type { CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { takeCursor } from './cursor.ts';
import { readMinutesTest } from './minutes-test.ts';
import type { Expectation } from './run-suite.ts';
import type { Fence, SuiteTest } from './suite.ts';

/** The one minutes file of a feature's test, claimed by its template, with the cursor taken out. */
export interface ClaimedMinutes {
  readonly fence: Fence;
  readonly text: string;
  readonly input: CheckInput;
  /** Range of the cursor or the selection; null where there is none. */
  readonly cursor: { readonly start: number; readonly end: number } | null;
}

/** Returns the minutes of a feature's test. */
export function claimedMinutes(test: SuiteTest): ClaimedMinutes {
  const files = readMinutesTest(test);
  const [file] = files.minutes;
  assert.ok(file, 'The test has no minutes');
  const marked = file.text.includes('<|>') ? takeCursor(file.text) : null;
  const text = marked?.text ?? file.text;
  const claim = files.claim({ ...file, text });
  assert.ok(claim.state === 'checked', `No template claims the minutes: ${claim.state}`);
  const input = files.input(file, claim.source, text);
  return { fence: file.fence, text, input, cursor: marked };
}

/** Returns that the fence of a label must hold the lines. */
export function expectLines(
  test: SuiteTest,
  after: Fence,
  label: string,
  lines: readonly string[],
): Expectation {
  const fence = test.fences.find((each) => each.label === label) ?? null;
  return { label, fence, after, text: lines.map((line) => `${line}\n`).join('') };
}
