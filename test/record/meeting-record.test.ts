import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { recordOf } from '../../server/src/core/record/meeting-record.ts';
import { arbitraryMarkdown } from '../properties/arbitrary-markdown.ts';
import { marked, plain } from './read-record.ts';

/** Lines that promise, decide and list, among any others. */
const arbitraryRecord = fc
  .array(
    fc.oneof(
      arbitraryMarkdown,
      fc.constantFrom(
        ...['**Action Items:**', '- Action items:', '## Actions', '### To do', '## Aufgaben'],
        ...['- @bo will:', '  - paint', '- Bo to sail', '- [ ] Rope (@bo)', '- [x] **Bo**: row:'],
        ...['ACTION: Bo to:', '* ACTION ITEM (Bo): sail', '~~ACTION: @bo: sail~~', '> - AI: @bo:'],
        ...['**Resolution:** We:', '- The team agreed to:', '- Decision 1: row', '', '```'],
        ...['## Present', '- Bo', '## Agreed', '\t- Ada: by 2026-12-01', '|a|b|', '- {person}: x'],
      ),
    ),
    { maxLength: 14 },
  )
  .map((lines) => lines.join('\n'));

test('whatever the text, what is read lies in it, in order', () => {
  const matchers = [plain, marked].map((template) => readTemplate(template, 'call.md'));
  fc.assert(
    fc.property(arbitraryRecord, fc.nat(1), (text, index) => {
      const matcher = matchers[index];
      assert.ok(matcher !== undefined);
      const { headings } = readMinutes(parseMarkdown(text));
      const { actions, decisions, attendance } = recordOf(text, headings, matcher, '2026-11-27');
      for (const read of [actions, decisions, attendance]) {
        let last = 0;
        for (const { range } of read) {
          assert.ok(range.start >= last && range.start <= range.end && range.end <= text.length);
          last = range.start;
        }
      }
    }),
    { seed: 16, numRuns: 1000 },
  );
});
