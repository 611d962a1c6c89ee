import assert from 'node:assert/strict';
import {
  editsThatFix,
  fixesAt,
  isSafelyFixable,
  rulesFixableTogether,
} from '../../server/src/core/features/code-actions.ts';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { claimedMinutes, expectLines } from './claimed-minutes.ts';
import type { Expectation } from './run-suite.ts';
import type { Fence, SuiteTest } from './suite.ts';

/**
 * Computes what is offered at the cursor: a line for each repair, for each rule that can be repaired
 * everywhere, and for all together; and in `all RULE` and `all` what those make of the minutes.
 */
export function checkCodeActions(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input, cursor } = claimedMinutes(test);
  assert.ok(cursor, 'The minutes have no cursor <|>');
  const findings = checkMinutes(input);
  const offered = [
    ...fixesAt(findings, cursor).map(
      ({ finding, fix, preferred }) =>
        `${finding.rule}: ${fix.title}${preferred ? ' (preferred)' : ''}`,
    ),
    ...rulesFixableTogether(findings, cursor).map((rule) => `all ${rule}`),
    ...(findings.some(isSafelyFixable) ? ['all'] : []),
  ];
  const results = test.fences.filter(({ label }) => /^all(?: |$)/.test(label));
  return [
    expectLines(test, fence, 'actions', offered),
    ...results.map((result: Fence) => ({
      label: result.label,
      fence: result,
      after: fence,
      text: applyEdits(text, editsThatFix(input, result.label.split(' ')[1] ?? null)),
    })),
  ];
}
