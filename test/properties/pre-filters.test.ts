import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { rules } from '../../server/src/core/checking/registry.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { mayBeCancelled } from '../../server/src/core/matching/cancelled-meeting.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import {
  arbitraryMinutes,
  arbitraryMutation,
  completeMinutes,
  templates,
} from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const markers = ['-', '*', '+', '1.', '2)', '10.', '•', '–', '>'] as const;

/** Lines of lists: every marker with one to five blanks or a tab after it, at every indentation that matters. */
const listLine = fc
  .record({
    indentation: fc.oneof(
      fc.nat({ max: 9 }).map((count) => ' '.repeat(count)),
      fc.constantFrom('\t', ' \t', '\t\t', '\u00a0'),
    ),
    marker: fc.constantFrom(...markers, ''),
    gap: fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((count) => ' '.repeat(count)),
      fc.constantFrom('\t', '', '\u00a0'),
    ),
    text: fc.constantFrom(
      'a',
      'b - c',
      '[ ] task',
      '',
      '# x',
      '| x |',
      'Ã¶',
      '[x](y',
      'https://example.com/[a',
      '[^a]: -',
      'Tuesday, 2018-06-27',
      '2018-06-27 (\u017funday)',
      '[^a]: * [ ]',
    ),
  })
  .map(({ indentation, marker, gap, text }) => indentation + marker + gap + text);

const lists = fc
  .array(fc.oneof({ weight: 9, arbitrary: listLine }, { weight: 1, arbitrary: fc.constant('') }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((lines) => `## Notes\n\n${lines.join('\n')}\n`);

const tables = fc
  .array(
    fc.constantFrom(
      '| a | b |',
      '| - | - |',
      '-|-',
      'c | d',
      'c|d',
      '|',
      '||',
      '',
      ' ',
      'text',
      '-',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => `## Notes\n\n| a | b |\n| - | - |\n${lines.join('\n')}\n`);

const texts = fc.oneof(
  { weight: 3, arbitrary: lists },
  { weight: 1, arbitrary: tables },
  { weight: 1, arbitrary: arbitraryMinutes },
  { weight: 1, arbitrary: arbitraryMutation(completeMinutes) },
);

const parsedTemplates = templates.map((text) => readTemplate(text, 'template.md'));

suite('a text that a rule’s filter does not pass', () => {
  for (const rule of rules) {
    if (!('checkPiece' in rule)) continue;
    test(`holds nothing for ${rule.id} to find`, () => {
      fc.assert(
        fc.property(
          texts,
          fc.constantFrom(...parsedTemplates),
          fc.boolean(),
          (text, template, draft) => {
            for (const { piece } of parseMarkdown(text).pieces) {
              if (rule.concerns.test(piece.text, template)) continue;
              const { text: own, tree, first, last } = piece;
              const found = rule.checkPiece({ text: own, tree, first, last, template, draft });
              assert.deepEqual(
                found.map(({ message }) => message),
                [],
                JSON.stringify(own),
              );
            }
          },
        ),
        { seed, numRuns: 200 },
      );
    });
  }
});

test('a text that may be of a cancelled meeting is one that has a word for it, in any case', () => {
  const part = fc.constantFrom(
    ...['cancelled', 'CANCELLED', 'can\u017felled', 'No', 'no', 'meeting', 'Meeting', 'did', 'not'],
    ...[
      'meet',
      'postponed',
      'po\u017ft',
      'poned',
      ' ',
      ' ',
      '\n',
      '  ',
      '.',
      'x',
      '\u212a',
      '\u00e9',
    ],
  );
  const [template] = parsedTemplates;
  assert.ok(template);
  const words = template.options.cancelled.map((word) => word.replace(/\s+/g, '\\s+')).join('|');
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      assert.equal(mayBeCancelled(text, template), expression.test(text));
    }),
    { seed, numRuns: 2000 },
  );
});
