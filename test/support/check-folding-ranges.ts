import { foldingRanges } from '../../server/src/core/features/folding-ranges.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import { claimedMinutes, expectLines } from './claimed-minutes.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';

/** Computes what can be folded in a test's minutes: a line each, with first and last line and kind. */
export function checkFoldingRanges(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const index = createLineIndex(text);
  const lines = foldingRanges(input.minutes).map(
    ({ range, kind }) =>
      `${index.pointAt(range.start).line}-${index.pointAt(range.end).line} ${kind}`,
  );
  return [expectLines(test, fence, 'folds', lines)];
}
