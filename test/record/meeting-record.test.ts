import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { recordOf } from '../../server/src/core/record/meeting-record.ts';
import { arbitraryMarkdown } from '../properties/arbitrary-markdown.ts';
import { marked, plain } from './read-record.ts';

test('whatever the text, what is read lies in it, in order', () => {
  const matchers = [plain, marked].map((template) => readTemplate(template, 'call.md'));
  fc.assert(
    fc.property(arbitraryMarkdown, fc.nat(1), (text, index) => {
      const matcher = matchers[index];
      assert.ok(matcher !== undefined);
      const { headings } = readMinutes(parseMarkdown(text));
      const { actions, decisions, attendance } = recordOf(text, headings, matcher);
      for (const read of [actions, decisions, attendance]) {
        let last = 0;
        for (const { range } of read) {
          assert.ok(range.start >= last && range.start <= range.end && range.end <= text.length);
          last = range.start;
        }
      }
    }),
    { seed: 16 },
  );
});
