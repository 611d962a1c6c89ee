import assert from 'node:assert/strict';
import type { Completion } from '../../server/src/core/features/completion/completion-place.ts';
import { completionsAt } from '../../server/src/core/features/completion/completion.ts';
import { completionsInTemplate } from '../../server/src/core/features/completion/complete-template.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { claimedMinutes, expectLines } from './claimed-minutes.ts';
import { takeCursor } from './cursor.ts';
import type { Expectation } from './run-suite.ts';
import type { Fence, SuiteTest } from './suite.ts';

/**
 * Computes what may be written at the cursor of a test's minutes, or of its template where that has the cursor:
 * a line for each, with kind, label and detail; in `accepted LABEL` the text after accepting it,
 * in `snippet LABEL` what is inserted where the client knows tab stops, and in `help LABEL` its documentation.
 */
export function checkCompletion(test: SuiteTest): readonly Expectation[] {
  const { fence, text, items } = completionsOf(test);
  const lines = items.map(
    ({ kind, label, detail }) => `${kind} ${label}${detail === '' ? '' : ` (${detail})`}`,
  );
  const results = test.fences.flatMap((each): Expectation[] => {
    const [, form, label] = /^(accepted|snippet|help) (.+)$/.exec(each.label) ?? [];
    if (label === undefined) return [];
    const item = items.find((candidate) => candidate.label === label);
    assert.ok(item, `Nothing labelled “${label}” is offered`);
    return [{ label: each.label, fence: each, after: fence, text: shownAs(form, item, text) }];
  });
  return [
    expectLines(test, fence, 'completions', lines.length === 0 ? ['nothing'] : lines),
    ...results,
  ];
}

function shownAs(form: string | undefined, item: Completion, text: string): string {
  if (form === 'accepted') {
    return applyEdits(text, item.elsewhere === undefined ? [item] : [item, item.elsewhere]);
  }
  return form === 'help' ? `${item.help ?? ''}\n` : `${item.snippet ?? item.text}\n`;
}

function completionsOf(test: SuiteTest): {
  fence: Fence;
  text: string;
  items: readonly Completion[];
} {
  const template = test.fences.find(({ label }) => label === 'template.md');
  if (template?.text.includes('<|>') === true) {
    const { text, start } = takeCursor(template.text);
    const items = completionsInTemplate(
      text,
      readTemplate(text, 'template.md'),
      ['missing-lead'],
      start,
    );
    return { fence: template, text, items };
  }
  const { fence, text, input, cursor } = claimedMinutes(test);
  assert.ok(cursor, 'The minutes have no cursor <|>');
  return { fence, text, items: completionsAt(input, cursor.start) };
}
