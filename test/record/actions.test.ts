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
    ['- [ ] order rope', null],
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

  test('a comment that begins with the word alone is another comment', () => {
    const template = '# Call {date}\n\n## To do <!-- actions from last week -->\n';
    assert.deepEqual(readTemplate(template, 'call.md').problems, []);
    assert.deepEqual(actionsIn('# Call 2026-11-27\n\n## To do\n\n- order rope\n', template), []);
  });
});
