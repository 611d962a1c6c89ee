import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnOffRule } from '../../server/src/core/features/turn-off-rule.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';

/** Front matter by what it becomes; null where there is no place for the rule. */
const cases: readonly (readonly [string, string | null])[] = [
  ['---\nfiles: "*.md"\n---\n', '---\nfiles: "*.md"\nrules:\n  missing-lead: off\n---\n'],
  [
    '---\nrules: # ours\n  missing-team: hint\nname: x\n---\n',
    '---\nrules: # ours\n  missing-lead: off\n  missing-team: hint\nname: x\n---\n',
  ],
  ['---\nrules:\n    missing-lead: error\n---\n', '---\nrules:\n    missing-lead: off\n---\n'],
  ['---\r\nname: x\r\n---\r\n', '---\r\nname: x\r\nrules:\r\n  missing-lead: off\r\n---\r\n'],
  ['---\nrules: { missing-team: off }\n---\n', null],
  ['# Weekly {date}\n', null],
];

for (const [before, expected] of cases) {
  test(`a rule is turned off in ${JSON.stringify(before)}`, () => {
    const edit = turnOffRule(before, 'missing-lead');
    assert.equal(edit === null ? null : applyEdits(before, [edit]), expected);
    if (expected === null) return;
    assert.equal(readTemplate(expected, 'x.md').options.rules['missing-lead'], 'off');
  });
}
