import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { completionsInRoster } from '../../server/src/core/features/completion/complete-roster.ts';
import { applyEdits } from '../../server/src/core/text/text-edit.ts';
import { takeCursor } from '../support/cursor.ts';

const vocabulary = {
  teams: ['Harbour', 'Yes'],
  leads: ['Ada Quill', 'Bo: Reed'],
  statuses: ['incubating'],
};

suite('completion in a roster file', () => {
  test('offers the list of teams in an empty file, and once', () => {
    assert.deepEqual(labels('<|>'), ['teams']);
    assert.equal(accepted('te<|>', 'teams'), 'teams:\n  - name: ');
    assert.deepEqual(labels('teams: []\n<|>'), []);
  });

  test('offers the keys that the team lacks', () => {
    const file = 'teams:\n  - name: Crane\n    leads:\n      - Ada\n    st<|>\n  - name: Gauge\n';
    assert.deepEqual(labels(file), ['status', 'releases', 'from', 'until']);
    assert.deepEqual(labels('teams:\n  - name: Crane\n    from: 2018-01-01\n  - <|>\n')[0], 'name');
    assert.equal(accepted('teams:\n  - n<|>', 'name'), 'teams:\n  - name: ');
  });

  test('offers the names that minutes have, in quotes where YAML needs them', () => {
    assert.equal(accepted('teams:\n  - name: <|>', 'Harbour'), 'teams:\n  - name: Harbour');
    assert.equal(accepted('teams:\n  - name: <|>', 'Yes'), 'teams:\n  - name: "Yes"');
    assert.equal(
      accepted('teams:\n  - leads: [Ada Quill, B<|>]', 'Bo: Reed'),
      'teams:\n  - leads: [Ada Quill, "Bo: Reed"]',
    );
    assert.equal(
      accepted('teams:\n  - leads:\n      - Cy\n      - A<|>\n', 'Ada Quill'),
      'teams:\n  - leads:\n      - Cy\n      - Ada Quill\n',
    );
    assert.deepEqual(labels('teams:\n  - status: inc<|>'), ['incubating']);
    assert.deepEqual(labels('teams:\n  - from: 2018<|>'), []);
  });
});

function labels(marked: string): readonly string[] {
  const { text, start } = takeCursor(marked);
  return completionsInRoster(text, vocabulary, start).map(({ label }) => label);
}

function accepted(marked: string, label: string): string {
  const { text, start } = takeCursor(marked);
  const item = completionsInRoster(text, vocabulary, start).find((each) => each.label === label);
  assert.ok(item, `${label} is not offered`);
  return applyEdits(text, [{ range: item.range, text: item.text }]);
}
