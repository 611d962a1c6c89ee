import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readRecurrence, type Recurrence } from '../../server/src/core/text/recurrence.ts';

suite('recurrence', () => {
  const fortnightly = recurrence('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2018-01-02');

  test('counts intervals from its anchor', () => {
    assert.equal(fortnightly.holdsOn('2018-06-19'), true);
    assert.equal(fortnightly.holdsOn('2018-06-26'), false);
    assert.equal(fortnightly.holdsOn('2018-06-20'), false);
  });

  test('finds the days around a date', () => {
    assert.equal(fortnightly.firstFrom('2018-06-19'), '2018-06-19');
    assert.equal(fortnightly.firstFrom('2018-06-20'), '2018-07-03');
    assert.equal(fortnightly.lastBefore('2018-06-19'), '2018-06-05');
  });

  test('holds no day before its anchor', () => {
    assert.equal(fortnightly.holdsOn('2017-12-19'), false);
    assert.equal(fortnightly.firstFrom('2017-01-01'), '2018-01-02');
    assert.equal(fortnightly.lastBefore('2018-01-02'), null);
  });

  test('ends where the rule ends', () => {
    const ended = recurrence('FREQ=MONTHLY;BYDAY=1WE;UNTIL=20180701', '2018-01-01');
    assert.equal(ended.firstFrom('2018-06-01'), '2018-06-06');
    assert.equal(ended.firstFrom('2018-07-01'), null);
  });

  for (const rule of [
    'nonsense',
    '',
    'FREQ=SECONDLY',
    'FREQ=WEEKLY;INTERVAL=0',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY\nRRULE:FREQ=SECONDLY',
  ]) {
    test(`“${rule.replace('\n', ' ')}” is not a recurrence`, () => {
      assert.equal(readRecurrence(rule, '2018-01-02'), null);
    });
  }
});

function recurrence(rule: string, anchor: string): Recurrence {
  const read = readRecurrence(rule, anchor);
  assert.ok(read);
  return read;
}
