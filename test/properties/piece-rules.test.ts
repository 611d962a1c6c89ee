import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { rules } from '../../server/src/core/checking/registry.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { arbitraryMarkdown } from './arbitrary-markdown.ts';
import { arbitraryMinutes, templates } from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const [template = readTemplate('', 'template.md')] = templates.map((text) =>
  readTemplate(text, 'template.md'),
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
