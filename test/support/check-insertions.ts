import { insertionsFor } from '../../server/src/core/features/insertions.ts';
import { createLineIndex } from '../../server/src/core/text/line-index.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { claimedMinutes, expectLines } from './claimed-minutes.ts';
import type { Expectation } from './run-suite.ts';
import type { SuiteTest } from './suite.ts';

/**
 * Computes what can be inserted into a test's minutes: a line each, with kind, name, detail, line and
 * snippet; and in `inserted: NAME` the minutes after inserting it as plain text.
 */
export function checkInsertions(test: SuiteTest): readonly Expectation[] {
  const { fence, text, input } = claimedMinutes(test);
  const { minutes, template, roster, fileName } = input;
  const insertions = insertionsFor(minutes, template, roster, fileName);
  const index = createLineIndex(text);
  const lines = insertions.map(({ kind, name, detail, edit, snippet }) => {
    const shown = detail === '' ? name : `${name} (${detail})`;
    const { line } = index.pointAt(edit.range.start);
    return `${kind} ${shown}, line ${line}: ${JSON.stringify(snippet)}`;
  });
  const results = insertions.flatMap(({ name, edit }): Expectation[] => {
    const label = `inserted: ${name}`;
    const shown = test.fences.find((each) => each.label === label);
    return shown === undefined
      ? []
      : [{ label, fence: shown, after: fence, text: applyEdits(text, [edit]) }];
  });
  return [expectLines(test, fence, 'insertions', lines), ...results];
}
