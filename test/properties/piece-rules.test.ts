import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { indexMinutes } from '../../server/src/core/meetings/indexed-minutes.ts';
import { seriesOf } from '../../server/src/core/meetings/series.ts';
import { readMinutes, type Minutes } from '../../server/src/core/minutes/read-minutes.ts';
import { checkMinutes, type CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { createReportCache } from '../../server/src/core/checking/report-cache.ts';
import { rules } from '../../server/src/core/checking/registry.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { corpusIsAbsent, corpusTexts } from '../support/corpus.ts';
import { arbitraryChange, arbitraryMarkdown, changed } from './arbitrary-markdown.ts';
import { arbitraryMinutes, completeMinutes, templates } from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const [template = readTemplate('', 'template.md')] = templates.map((text) =>
  readTemplate(text, 'template.md'),
);

const [earlier = ''] = completeMinutes;
const series = seriesOf(
  ['2018-06-05', '2018-06-12', '2018-06-19'].map((date, index) => {
    const lead = index === 0 ? 'Ada Quill' : 'Di Wood';
    const text = earlier.replace('Ada Quill', lead).replace('2018-06-26', date);
    return indexMinutes(date, text, `${date}.md`, template);
  }),
);

/** What findings depend on besides the minutes; each part may be another at the next key. */
const arbitrarySurroundings: fc.Arbitrary<Partial<CheckInput>> = fc.record({
  roster: fc.constantFrom(null, template.options.roster),
  history: fc.constantFrom(noHistory, { ...noHistory, series }),
  fileName: fc.constantFrom('2018-06-26-harbour.md', 'notes.md'),
  today: fc.constantFrom('2018-06-01', '2019-01-01'),
});

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
        assertKept(
          text,
          changes.map((change) => [(before) => changed(before, change), {}]),
        );
      },
    ),
    { seed, numRuns: 150 },
  );
});

test('the same while other minutes, roster, day and name change, too', () => {
  const typing = fc
    .tuple(fc.nat(40), fc.constantFrom(' more', '\n- more', '', '\n\n## More\n'))
    .map(([line, typed]) => (text: string): string => {
      const lines = text.split('\n');
      return lines.map((each, index) => (index === line ? each + typed : each)).join('\n');
    });
  const steps = fc.array(fc.tuple(typing, arbitrarySurroundings), {
    minLength: 8,
    maxLength: 16,
  });
  const texts = fc.constantFrom(
    earlier,
    earlier.replace(' (incubating)', ''),
    earlier.replace('Tide Gauge', 'Tide Gage'),
  );
  fc.assert(fc.property(texts, steps, assertKept), { seed, numRuns: 60 });
});

/** A change of the text, and what is known besides it then. */
type Step = readonly [type: (text: string) => string, around: Partial<CheckInput>];

function assertKept(text: string, steps: readonly Step[]): void {
  const reportCache = createReportCache();
  let minutes = readMinutes(parseMarkdown(text));
  checkMinutes(inputOf(minutes), reportCache);
  for (const [type, around] of steps) {
    const next = type(minutes.text);
    minutes = readMinutes(parseMarkdown(next, minutes.markdown), minutes);
    const fresh = readMinutes(parseMarkdown(next));
    assert.deepEqual(
      checkMinutes({ ...inputOf(minutes), ...around }, reportCache),
      checkMinutes({ ...inputOf(fresh), ...around }),
    );
  }
}

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
