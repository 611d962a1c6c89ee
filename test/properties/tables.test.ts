import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noLabels } from '../../server/src/core/markdown/labels.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { createPiece, type Piece } from '../../server/src/core/markdown/piece.ts';
import { scanTables } from '../../server/src/core/minutes/scan-tables.ts';
import { parsedTables } from '../../server/src/core/minutes/tables-in.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { arbitraryMarkdown } from './arbitrary-markdown.ts';
import { arbitraryMinutes } from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const cell = fc.constantFrom(
  ...[
    'a',
    'When',
    ' b ',
    '  two words',
    '',
    ' ',
    'a  b',
    'é',
    '-',
    '---',
    ':-:',
    '1.',
    ' - ',
    '. ',
  ],
  ...[
    '\\',
    '`',
    '``c``',
    '*',
    '**b**',
    '_i_',
    '<',
    '<b>',
    '[x]',
    '[x](y)',
    '&amp;',
    '&',
    '!',
    '\t',
  ],
  ...['www.example.com', 'https://example.com', 'a@b.org', '~~c~~', '\u00a0', 'x\\', '#', '>'],
);

const row = fc
  .record({
    cells: fc.array(cell, { minLength: 1, maxLength: 3 }),
    before: fc.constantFrom('|', '|', '|', '', ' |', '    |', '> |', '- |', '||'),
    after: fc.constantFrom('|', '|', '|', '', '| ', '|a', '||'),
  })
  .map(({ cells, before, after }) => before + cells.join('|') + after);

const delimiterCell = fc.constantFrom('-', '---', ' --- ', ':--', ' :-: ', '--:', ':', '- -', '');

const delimiter = fc
  .record({
    cells: fc.array(delimiterCell, { minLength: 1, maxLength: 3 }),
    after: fc.constantFrom('|', '|', '|', '', '| '),
  })
  .map(({ cells, after }) => `|${cells.join('|')}${after}`);

const otherLine = fc.constantFrom(
  ...[
    '',
    '',
    '',
    'Text',
    'a | b',
    'Text <!--',
    '-->',
    '- item',
    '  text',
    '---',
    '===',
    '# H',
    '|',
  ],
  ...[
    '> q',
    '```',
    '[a]: b',
    '1. x',
    '<div>',
    '    code',
    '\tcode',
    'Text  ',
    'Text\\',
    ' ',
    ':-',
    '-:',
    ':-:',
  ],
);

/** Tables that are sound but for a line here and there. */
const table = fc.integer({ min: 1, max: 3 }).chain((count) => {
  const cells = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(one, { minLength: count, maxLength: count }).map((all) => `|${all.join('|')}|`);
  const sound = cells(fc.constantFrom('a', ' Now ', ' two words ', '', ' ', '-', 'é'));
  const body = fc.oneof({ weight: 6, arbitrary: sound }, row, otherLine);
  return fc
    .tuple(sound, cells(fc.constantFrom('-', ' --- ', ':-:')), fc.array(body, { maxLength: 4 }))
    .map(([header, below, rows]) => [header, below, ...rows].join('\n'));
});

const arbitraryTables = fc
  .array(fc.oneof({ weight: 3, arbitrary: table }, row, delimiter, otherLine), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((parts) =>
    fc
      .tuple(
        fc.constantFrom('## Roadmap\n\n', '## Roadmap\n', ''),
        fc.constantFrom('\n', '\n\n', '\n', '\r\n'),
        fc.constantFrom('', '\n', '\n\n'),
      )
      .map(([before, between, after]) => before + parts.join(between) + after),
  );

/** Returns whether tables of a piece are found without parsing it, and asserts that they are those of its tree. */
function assertScanned(piece: Piece): boolean {
  const scanned = scanTables(piece.text);
  if (scanned === null) return false;
  assert.deepEqual(scanned, parsedTables(piece));
  return piece.text.includes('|') && scanned.length > 0;
}

test('the tables found without parsing are those of the tree', () => {
  let found = 0;
  const numRuns = 6000;
  fc.assert(
    fc.property(arbitraryTables, fc.boolean(), (text, ends) => {
      const last = ends || !/[\r\n]$/.test(text);
      found += Number(assertScanned(createPiece({ text, first: true, last }, noLabels)));
    }),
    { seed, numRuns },
  );
  assert.ok(found > numRuns / 20, `they are found in ${String(found)}`);
});

test('the same in minutes', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryMarkdown, arbitraryMinutes), (text) => {
      for (const { piece } of parseMarkdown(text).pieces) assertScanned(piece);
    }),
    { seed, numRuns: 600 },
  );
});

test('the same in real minutes', { skip: corpusIsAbsent }, () => {
  const pieces = corpusTexts().flatMap((text) => parseMarkdown(text).pieces);
  const written = pieces.filter(({ piece }) => piece.text.includes('|'));
  assert.ok(written.filter(({ piece }) => assertScanned(piece)).length > 0);
});
