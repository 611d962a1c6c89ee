import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completionsAt } from '../../server/src/core/features/completion/completion.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { lineAt } from '../../server/src/core/text/text-line.ts';
import { readSnippet } from '../support/snippet.ts';
import {
  arbitraryMinutes,
  arbitraryMutation,
  completeMinutes,
  templates,
} from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const anyMinutes = fc.oneof(arbitraryMinutes, arbitraryMutation(completeMinutes));
const anyTyped = fc.constantFrom('', '#', '##', '### ', '### Crane - ', '### Crane (', '- [', '|');

test('a completion is well formed, and leaves all other lines and headings as they are', () => {
  fc.assert(
    fc.property(
      anyMinutes,
      fc.nat({ max: templates.length - 1 }),
      fc.nat(),
      anyTyped,
      (minutes, chosen, place, typed) => {
        const lines = minutes.split('\n');
        const at = place % (lines.length + 1);
        const before = [...lines.slice(0, at), typed].join('\n');
        const text = [before, ...lines.slice(at)].join('\n');
        const template = readTemplate(templates[chosen] ?? '', 'template.md');
        const input = {
          minutes: readMinutes(parseMarkdown(text)),
          fileName: null,
          template,
          roster: template.options.roster,
          today: '2018-06-26',
          history: noHistory,
        };
        const own = lineAt(text, before.length);
        const kept = headingsOf(text, own.start, own.end);
        for (const item of completionsAt(input, before.length)) {
          assert.ok(own.start <= item.range.start && item.range.start <= before.length);
          assert.ok(before.length <= item.range.end && item.range.end <= own.end);
          const { stops } = readSnippet(item.snippet ?? '$0');
          assert.equal(stops.at(-1), 0, 'the cursor ends behind what was inserted');
          const accepted = applyEdits(text, [item]);
          assert.ok(accepted.startsWith(text.slice(0, own.start)), 'the lines before');
          assert.ok(accepted.endsWith(text.slice(own.end)), 'the lines behind');
          const left = headingsOf(accepted, own.start, accepted.length - (text.length - own.end));
          assert.deepEqual(inOrder(left, kept), kept, JSON.stringify({ text, item }));
        }
      },
    ),
    { seed, numRuns: 150 },
  );
});

/** Returns the first of the wanted texts that are in a list in their order; more may be between them. */
function inOrder(list: readonly string[], wanted: readonly string[]): readonly string[] {
  let next = 0;
  for (const each of list) if (each === wanted[next]) next++;
  return wanted.slice(0, next);
}

/** Lists the headings of a text that are outside of a range. */
function headingsOf(text: string, start: number, end: number): readonly string[] {
  return readMinutes(parseMarkdown(text))
    .headings.filter(({ range }) => range.end <= start || end <= range.start)
    .map(({ text: heading }) => heading);
}
