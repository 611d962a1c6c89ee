import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { readMinutes, type Minutes } from '../../server/src/core/minutes/read-minutes.ts';
import { checkMinutes, type CheckInput } from '../../server/src/core/rules/check-minutes.ts';
import { createPieceReports } from '../../server/src/core/rules/piece-reports.ts';
import { rules } from '../../server/src/core/rules/registry.ts';
import { parseTemplate } from '../../server/src/core/template/parse-template.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { arbitraryChange, arbitraryMarkdown, changed } from './arbitrary-markdown.ts';
import { arbitraryMinutes, seed, templates } from './arbitrary-minutes.ts';

const [template = parseTemplate('', 'template.md')] = templates.map((text) =>
  parseTemplate(text, 'template.md'),
);

const listLines = [
  ...[
    '- a',
    ' - a',
    '  - a',
    '   - a',
    '    - a',
    '      * a',
    '* a',
    '+ a',
    '-   a',
    '-\ta',
    '\t- a',
  ],
  ...[
    '1. a',
    '  2. b',
    ' 10) c',
    '- - a',
    '- * a',
    '  + b',
    '-',
    '  -',
    '- ',
    'text',
    '  text',
    ' text',
  ],
  ...[
    '',
    '',
    '> - a',
    '> * b',
    '<!-- c -->',
    '## H',
    '  ## H',
    '##Team',
    '# Hash tag',
    '[a]()',
    '[a] (http://b)',
  ],
];
const arbitraryList = fc
  .array(fc.constantFrom(...listLines), { maxLength: 12 })
  .map((lines) => lines.join('\n'));
const arbitraryPieces = fc.oneof(arbitraryList, arbitraryMarkdown, arbitraryMinutes);

test('a rule finds nothing in a text that it says not to be concerned with', () => {
  fc.assert(fc.property(arbitraryPieces, assertUnconcerned), { seed, numRuns: 700 });
});

test('nor in every sixth of the real minutes', { skip: corpusIsAbsent }, () => {
  for (const text of corpusTexts().filter((_, index) => index % 6 === 0)) assertUnconcerned(text);
});

test('after edits, what was kept of earlier versions gives the findings of a fresh check', () => {
  fc.assert(
    fc.property(
      fc.oneof(arbitraryMinutes, arbitraryPieces),
      fc.array(arbitraryChange, { minLength: 1, maxLength: 5 }),
      (text, changes) => {
        const pieceReports = createPieceReports();
        let minutes = readMinutes(parseMarkdown(text));
        for (const change of changes) {
          checkMinutes(inputOf(minutes), pieceReports);
          const next = changed(minutes.text, change);
          minutes = readMinutes(parseMarkdown(next, minutes.markdown), minutes);
          assert.deepEqual(
            checkMinutes(inputOf(minutes), pieceReports),
            checkMinutes(inputOf(readMinutes(parseMarkdown(next)))),
          );
        }
      },
    ),
    { seed, numRuns: 150 },
  );
});

function assertUnconcerned(text: string): void {
  for (const { piece } of parseMarkdown(text).pieces) {
    for (const rule of rules) {
      if (!('checkPiece' in rule) || rule.concerns.test(piece.text, template)) continue;
      const { tree, first, last } = piece;
      const context = { text: piece.text, tree, first, last, template, draft: false };
      assert.deepEqual(rule.checkPiece(context), [], `${rule.id} in ${JSON.stringify(piece.text)}`);
    }
  }
}

function inputOf(minutes: Minutes): CheckInput {
  return {
    minutes,
    fileName: '2018-06-26.md',
    template,
    roster: template.options.roster,
    today: '2019-01-01',
    profile: 'auto',
    severities: {},
    history: noHistory,
  };
}
