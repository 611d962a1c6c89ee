import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { actionsIn, read } from './read-record.ts';

suite('shapes', () => {
  const shaped = `# Call {date}

## To do <!-- actions -->

- [ ] {person}: {text} (due {day:D MMMM YYYY?})

## Agreed <!-- decisions -->

- **Decision {number}**: {text} (+{for}/{abstain}/-{against})
`;

  test('say where person, text and day are, in their section and outside', () => {
    const text = `# Call 2026-11-27

- [ ] Di Moss: sell the sails (due 1 December 2026)
- Ada Quill: no action

## To do

- [ ] Ada Quill and Bo Reed: order rope: blue (due 1 December 2026)
- [x] **Cy Dune**: paint the hull
- [ ] {person}: {text}
- check the cable
`;
    assert.deepEqual(actionsIn(text, shaped), [
      'open Di Moss: sell the sails (2026-12-01)',
      'open Ada Quill+Bo Reed: order rope: blue (2026-12-01)',
      'done Cy Dune: paint the hull',
      'open : check the cable',
    ]);
  });

  test('read the number of a decision and its vote', () => {
    const text = `# Call 2026-11-27

Decision 4: outside (+1/0/-0)

## Agreed

- **Decision 12**: We buy rope. (+5/0/-1)
- No call in May.
`;
    assert.deepEqual(
      read(text, shaped).decisions.map(({ number, text: said, vote }) => [number, said, vote]),
      [
        ['4', 'outside', { for: 1, against: 0, abstain: 0 }],
        ['12', 'We buy rope.', { for: 5, against: 1, abstain: 0 }],
        [null, 'No call in May.', null],
      ],
    );
  });

  test('have placeholders with a meaning', () => {
    const { problems } = readTemplate(
      '# Call {date}\n\n## To do <!-- actions -->\n\n- [ ] {persn}: {text}\n',
      'call.md',
    );
    assert.deepEqual(
      problems.map(({ rule, fix }) => [rule, fix?.title]),
      [['unknown-placeholder', 'Replace with “person”']],
    );
  });
});
