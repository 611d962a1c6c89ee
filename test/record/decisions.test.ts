import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { marked, plain, read } from './read-record.ts';

suite('decisions', () => {
  const decisionsIn = (text: string, template = plain): readonly string[] =>
    read(text, template).decisions.map((decision) => decision.text);

  test('are what a word announces', () => {
    const text = `# Call 2026-11-27

RESOLVED: We buy rope.

**Resolution:** The hull is painted blue.

- Decision 12: No call in December
- AGREED: we meet weekly
- Resolved
- We resolved: nothing
- The decision: later
`;
    assert.deepEqual(decisionsIn(text), [
      'We buy rope.',
      'The hull is painted blue.',
      'No call in December',
      'we meet weekly',
    ]);
  });

  test('are what an item says that a group decided', () => {
    const text = `# Call 2026-11-27

- The team agreed to buy rope.
- TSC decided on blue
- The Steering Council has approved the hull: red
- We decided that we like rope
- The team agreed with Bo
- PR approved and merged

The board voted to sail.
`;
    assert.deepEqual(decisionsIn(text), [
      'The team agreed to buy rope.',
      'TSC decided on blue',
      'The Steering Council has approved the hull: red',
    ]);
  });

  test('a list that begins below another heading is not part of one', () => {
    const text = '# Call\n\n**Resolution:** We agreed to:\n\n## Bye\n\n- buy rope\n';
    assert.deepEqual(decisionsIn(text), ['We agreed to:']);
  });

  test('are announced across lines, too', () => {
    const text = '# Call\n\n- Decision\n  12: We buy rope.\n\n> Agreed\n> 3:\n> We sell it.\n';
    assert.deepEqual(decisionsIn(text), ['We buy rope.']);
  });

  test('a list after a colon is part of it', () => {
    const text =
      '# Call 2026-11-27\n\n**Resolution:** We agreed to:\n\n- buy rope\n- sell sails\n\nBye.\n';
    assert.deepEqual(decisionsIn(text), ['We agreed to: buy rope; sell sails']);
  });

  test('below a heading that says decisions, each item is one, unless another section of theirs is marked', () => {
    const text =
      '# Call 2026-11-27\n\n## Decisions:\n\nWe talked long.\n\n - We buy rope.\n   - blue\n - None.\n - No call in May.\n\n## Decisions of old\n\n- Sing\n';
    assert.deepEqual(decisionsIn(text), ['We buy rope.', 'No call in May.']);
    assert.deepEqual(decisionsIn(`${text}\n## Agreed\n\n- n/a\n- Sail\n`, marked), ['Sail']);
    assert.deepEqual(decisionsIn('# Treffen\n\n## Beschlüsse\n\n- Seil kaufen\n'), ['Seil kaufen']);
  });

  test('in a section that the template marks, each item is one', () => {
    const text = '# Call 2026-11-27\n\n## Agreed\n\n- We buy rope.\n  - blue\n- No call in May.\n';
    assert.deepEqual(decisionsIn(text, marked), ['We buy rope.', 'No call in May.']);
  });
});
