import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { checkMinutes, type CheckInput } from '../../server/src/core/checking/check-minutes.ts';
import { explains } from '../../server/src/core/checking/deepest-causes.ts';
import { rules } from '../../server/src/core/checking/registry.ts';
import { fixMinutes } from '../../server/src/core/checking/fix-minutes.ts';
import { ignoreEdit } from '../../server/src/core/features/ignore-finding.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { lostWords } from '../support/lost-words.ts';
import { arbitraryMinutes } from './arbitrary-minutes.ts';
import { seed } from './seed.ts';

const template = readTemplate(
  '# Weekly {date}\n\n## News\n\n## Teams\n\n### {team} ({status?}) - {lead}\n',
  'template.md',
);
const safe = { unsafe: false, rules: null };

const fragments = [
  ['- ', ' - ', '  - ', '\t- ', '* ', '1. ', '-- ', '** ', '• ', 'o ', '*', '', ' ', '\t', '>  '],
  [
    '###',
    '#',
    '##\u00a0',
    '[add here]',
    'kettle',
    'KÃ¶per',
    '<name>',
    '[a] (https://x.y)',
    '[b][c]',
  ],
  ['', ' ', '\u00a0', ' cup', ' – Ada', ' | b', ' `x`', ' *y*'],
];
const arbitraryLine = fc
  .tuple(...fragments.map((choices) => fc.constantFrom(...choices)))
  .map((parts) => parts.join(''));
const arbitraryBroken = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: arbitraryLine },
      fc.constantFrom('', '-', 'a | b', '--|--', '## Teams', '### Kettle - Ada', '```'),
    ),
    { maxLength: 14 },
  )
  .map((lines) => `# Weekly 2018-06-26\n\n${lines.join('\n')}\n`);
const anyText = fc.oneof({ weight: 4, arbitrary: arbitraryBroken }, arbitraryMinutes);

function inputOf(text: string): CheckInput {
  return {
    minutes: readMinutes(parseMarkdown(text)),
    fileName: '2018-06-26-harbour.md',
    template,
    roster: null,
    today: '2019-01-01',
    profile: 'auto',
    severities: {},
    history: noHistory,
  };
}

test('rules yield to rules that there are, and no two to each other, not even by way of others', () => {
  const causesOf = new Map(rules.map(({ id, yieldsTo = [] }) => [id, yieldsTo]));
  for (const { id } of rules) {
    const causes = new Set(causesOf.get(id));
    for (const cause of causes) {
      assert.ok(causesOf.has(cause), `${id} yields to ${cause}, which is no rule`);
      for (const deeper of causesOf.get(cause) ?? []) causes.add(deeper);
    }
    assert.ok(!causes.has(id), `${id} yields to itself`);
  }
});

test('no finding is explained by another in the same place', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const findings = checkMinutes(inputOf(text));
      for (const finding of findings) {
        const deeper = findings.filter((other) => explains(other, finding));
        assert.deepEqual(
          deeper.map(({ rule }) => rule),
          [],
          `${finding.rule} has a deeper cause`,
        );
      }
    }),
    { seed, numRuns: 400 },
  );
});

test('safe fixes of broken lists and lines keep the words, end, and leave nothing safely fixable', () => {
  fc.assert(
    fc.property(arbitraryBroken, (text) => {
      const input = inputOf(text);
      const result = fixMinutes(input, safe);
      assert.deepEqual(lostWords(input, result), []);
      assert.equal(fixMinutes(inputOf(result.text), safe).text, result.text);
      const open = result.remaining.filter(({ fixes }) =>
        fixes.some((fix) => fix.safe && fix.edits.length > 0),
      );
      assert.deepEqual(
        open.map(({ message }) => message),
        [],
      );
    }),
    { seed, numRuns: 400 },
  );
});

test('ignoring a finding silences its rule there and nothing else', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), fc.nat(), (text, inFile, choice) => {
      const input = inputOf(text);
      const findings = checkMinutes(input);
      const finding = findings[choice % Math.max(findings.length, 1)];
      if (finding === undefined) return;
      const edit = ignoreEdit(input.minutes, finding, inFile ? 'file' : 'next');
      if (edit === null) return;
      const after = checkMinutes(inputOf(applyEdits(text, [edit])));
      const count = (all: typeof findings): number =>
        all.filter(({ rule, message }) => rule === finding.rule && message === finding.message)
          .length;
      assert.ok(count(after) < count(findings), `${finding.rule} is still there`);
      assert.deepEqual(
        after.filter(({ rule }) => rule === 'unknown-rule'),
        [],
      );
    }),
    { seed, numRuns: 300 },
  );
});
