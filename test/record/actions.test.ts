import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { actionsIn, marked } from './read-record.ts';

suite('actions', () => {
  const written: readonly (readonly [line: string, action: string | null])[] = [
    ['- [ ] @ada: order rope by 2026-12-01', 'open ada: order rope (2026-12-01)'],
    ['- [x] @ada order rope', 'done ada: order rope'],
    ['- [ ] **Ada Quill**: order rope, due 2026-12-01.', 'open Ada Quill: order rope (2026-12-01)'],
    ['- [ ] **Ada:** order rope', 'open Ada: order rope'],
    ['* ACTION: Ada to order rope', 'open Ada: order rope'],
    [
      '- **Action item:** Ada Quill to order rope (due 2026-12-01)',
      'open Ada Quill: order rope (2026-12-01)',
    ],
    ['ACTION: @ada and @bo: order rope', 'open ada+bo: order rope'],
    ['  - AI: bo to paint the hull', 'open bo: paint the hull'],
    ['- ~~ACTION: Ada to order rope~~', 'done Ada: order rope'],
    ['- ACTION: Ada to order rope ✅', 'done Ada: order rope'],
    ['- ACTION ITEM (Ada): order rope', 'open Ada: order rope'],
    ['- ACTION ITEM Ada to order rope', 'open Ada: order rope'],
    ['- AI @ada to order rope', 'open ada: order rope'],
    ['**Action Items:** @ada and @bo will order rope', 'open ada+bo: order rope'],
    ['- [ ] Order rope (@ada, @bo)', 'open ada+bo: Order rope'],
    ['- ACTION: Ada to order rope by 1 December 2026', 'open Ada: order rope (2026-12-01)'],
    ['- ACTION: Ada to order rope (due: 01.12.2026)', 'open Ada: order rope (2026-12-01)'],
    ['- ACTION: Ada to order rope by Dec 1st', 'open Ada: order rope (2026-12-01)'],
    ['- ACTION: Ada to order rope by Jan 8', 'open Ada: order rope (2027-01-08)'],
    ['- ACTION: Ada to order rope, due on Monday', 'open Ada: order rope (2026-11-30)'],
    ['- ACTION: Ada to order rope by tomorrow', 'open Ada: order rope (2026-11-28)'],
    ['- ACTION: Ada to order rope by 5/6', 'open Ada: order rope by 5/6'],
    ['- ACTION: Ada to wait until Bo is back', 'open Ada: wait until Bo is back'],
    ['- ACTION: Ada to order rope by 31 November', 'open Ada: order rope by 31 November'],
    ['- ✅ ACTION: Ada to order rope', 'done Ada: order rope'],
    ['- DONE ACTION: Ada to order rope', 'done Ada: order rope'],
    ['- ACTION: Ada to order rope — DONE', 'done Ada: order rope'],
    ['- ACTION: Ada to get it done', 'open Ada: get it done'],
    ['- [ ] ~~@ada: order rope~~', 'done ada: order rope'],
    ['- [ ] @ada: order rope (done)', 'open ada: order rope'],
    ['- [ ] order rope', null],
    ['- ACTION ITEM Check your boxes!', null],
    ['- ACTION: need to order rope', null],
    ['- AI (a topic) is discussed', null],
    ['- Order rope (@ada)', null],
    ['- [x] @ada', null],
    ['- [x] Ada Quill, Harbor Ltd', null],
    ['- [ ] **Resolved**: order rope', null],
    ['- Action items:', null],
    ['**Action Items:**', null],
    ['- ACTION: order rope', null],
    ['Ada will order rope', null],
    ['- AI is a topic', null],
    ['- due 2026-02-30', null],
  ];
  for (const [line, action] of written) {
    test(line, () => {
      assert.deepEqual(
        actionsIn(`# Call 2026-11-27\n\n${line}\n`),
        action === null ? [] : [action],
      );
    });
  }

  test('the lines that continue an item belong to it', () => {
    assert.deepEqual(actionsIn('# Call 2026-11-27\n\n- [ ] @ada: order rope\n  by 2026-12-01\n'), [
      'open ada: order rope (2026-12-01)',
    ]);
  });

  test('in a list after a label, items with a person are actions, with the items that they introduce', () => {
    const text = `# Call 2026-11-27

**Action Items:**

- @ada will order rope by 2026-12-01
- bo says hello
- Bo Reed will:
  - paint the hull
  - sell sails
- Nothing else (@cy)
- Need to leave

- @di came late

## Notes

- Ed to nobody
`;
    assert.deepEqual(actionsIn(text), [
      'open ada: order rope (2026-12-01)',
      'open Bo Reed: paint the hull; sell sails',
      'open cy: Nothing else',
      'open di: came late',
    ]);
    assert.deepEqual(actionsIn('# Call\n\nAction items:\n\n## Notes\n\n- Ed: hello\n'), []);
  });

  test('below a heading that says actions, items with a person are actions, unless another section of theirs is marked', () => {
    const text =
      '# Call 2026-11-27\n\n## Action Items\n\n* Ada to order rope\n* [x] Bo: sail\n* Looks good\n* Reach out to Cy\n\n## Actions of old\n\n- Di: sing\n';
    assert.deepEqual(actionsIn(text), ['open Ada: order rope', 'done Bo: sail']);
    assert.deepEqual(actionsIn(`${text}\n## To do\n\n- row\n`, marked), ['open : row']);
    assert.deepEqual(actionsIn('# Call\n\n## Aufgaben\n\n- Ada: Seil kaufen\n'), [
      'open Ada: Seil kaufen',
    ]);
  });

  test('what is announced in capitals right below an item is not a part of it', () => {
    assert.deepEqual(actionsIn('# Call\n\n- Ada: who asks?\nACTION: Bo to ask\nthe harbor\n'), [
      'open Bo: ask',
    ]);
  });

  test('code is not an action', () => {
    assert.deepEqual(actionsIn('# Call 2026-11-27\n\n```\n- [ ] @ada: order rope\n```\n'), []);
  });

  test('in a section that the template marks, each top-level item is one, with or without a person', () => {
    const text = `# Call 2026-11-27

## To do

- order rope
- Ada: paint the hull
  - in blue
- [x] @bo check the cable
`;
    assert.deepEqual(actionsIn(text, marked), [
      'open : order rope',
      'open Ada: paint the hull',
      'done bo: check the cable',
    ]);
  });

  test('a person may be anywhere at its ends there, as a name in brackets, after a dash, or linked', () => {
    const items = [
      ...['(Ada) order rope', 'order rope (Ada Quill)', 'order rope [Ada, Bo]', 'order rope - Ada'],
      ...['order rope – @ada', 'order rope @ada @bo', '[ada](https://example.org/ada): order rope'],
      ...[
        'order rope (in blue)',
        'order rope - now',
        'TBD: order rope',
        'order rope [#3](https://example.org)',
      ],
    ];
    assert.deepEqual(
      actionsIn(`# Call\n\n## To do\n\n${items.map((item) => `- ${item}\n`).join('')}`, marked),
      [
        ...['open Ada: order rope', 'open Ada Quill: order rope', 'open Ada+Bo: order rope'],
        ...['open Ada: order rope', 'open ada: order rope', 'open ada+bo: order rope'],
        ...['open ada: order rope', 'open : order rope (in blue)', 'open : order rope - now'],
        ...['open : TBD: order rope', 'open : order rope [#3](https://example.org)'],
      ],
    );
  });

  test('a comment that begins with the word alone is another comment', () => {
    const template = '# Call {date}\n\n## To do <!-- actions from last week -->\n';
    assert.deepEqual(readTemplate(template, 'call.md').problems, []);
    assert.deepEqual(actionsIn('# Call 2026-11-27\n\n## To do\n\n- order rope\n', template), []);
  });
});
