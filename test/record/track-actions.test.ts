import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { trackActions } from '../../server/src/core/record/track-actions.ts';
import { read } from './read-record.ts';

suite('actions through meetings', () => {
  const meeting = (day: number, ...lines: readonly string[]) => ({
    meeting: day,
    actions: read(`# Call 2026-11-0${String(day)}\n\n${lines.join('\n')}\n`).actions,
  });

  test('the same promise is one action, by its words or its link, until it is done', () => {
    const link = 'https://example.org/o/r/issues/12';
    const tracked = trackActions([
      meeting(1, '- [ ] @ada: order the rope', `- [ ] @bo: look at ${link}`),
      meeting(2, '- [ ] @ada: order the rope!', `- [x] @bo: solved ${link} at last`),
      meeting(3, '- [x] @ada: order the rope'),
      meeting(4, '- [ ] @ada: order the rope'),
    ]);
    assert.deepEqual(
      tracked.map(({ mentions, last }) => [mentions.map((each) => each.meeting), last.done]),
      [
        [[1, 2], true],
        [[1, 2, 3], true],
        [[4], false],
      ],
    );
  });

  test('another owner’s is another', () => {
    const tracked = trackActions([
      meeting(1, '- [ ] @ada: order the rope'),
      meeting(2, '- [ ] @bo: order the rope'),
    ]);
    assert.equal(tracked.length, 2);
  });
});
