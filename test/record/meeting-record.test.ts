import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { recordOf, type MeetingRecord } from '../../server/src/core/record/meeting-record.ts';
import { trackActions } from '../../server/src/core/record/track-actions.ts';
import { arbitraryMarkdown } from '../properties/arbitrary-markdown.ts';

const plain = '# Call {date}\n';
const marked = `# Call {date}

## Present <!-- attendees -->

## To do <!-- actions -->

## Agreed <!-- decisions -->
`;

function read(text: string, template = plain): MeetingRecord {
  const matcher = readTemplate(template, 'call.md');
  return recordOf(text, readMinutes(parseMarkdown(text)).headings, matcher);
}

/** Writes actions as `state owners: text (due)`. */
function actionsIn(text: string, template = plain): readonly string[] {
  return read(text, template).actions.map(
    ({ done, owners, text: said, due }) =>
      `${done ? 'done' : 'open'} ${owners.map(({ name }) => name).join('+')}: ${said}` +
      (due === null ? '' : ` (${due})`),
  );
}

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

  test('a list after a colon is part of it', () => {
    const text =
      '# Call 2026-11-27\n\n**Resolution:** We agreed to:\n\n- buy rope\n- sell sails\n\nBye.\n';
    assert.deepEqual(decisionsIn(text), ['We agreed to: buy rope; sell sails']);
  });

  test('in a section that the template marks, each item is one', () => {
    const text = '# Call 2026-11-27\n\n## Agreed\n\n- We buy rope.\n  - blue\n- No call in May.\n';
    assert.deepEqual(decisionsIn(text, marked), ['We buy rope.', 'No call in May.']);
  });
});

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

suite('attendance', () => {
  const attendanceIn = (text: string, template = plain): readonly string[] =>
    read(text, template).attendance.map(
      ({ name, presence, note }) => `${name} ${presence}${note === null ? '' : `: ${note}`}`,
    );

  test('is read from a list, with organizations and handles apart', () => {
    const text = `# Call 2026-11-27

## Attendees

- Ada Quill (Harbor Ltd)
- Bo Reed, Tide Works
- [Cy Dune](https://example.org) @cy
- Regrets:
- Di Moss
`;
    assert.deepEqual(attendanceIn(text), [
      'Ada Quill present: Harbor Ltd',
      'Bo Reed present: Tide Works',
      'Cy Dune present: @cy',
      'Di Moss absent',
    ]);
  });

  test('in a check list, the checked names were there', () => {
    const text = '# Call 2026-11-27\n\n## Present\n\n- [x] Ada Quill\n- [ ] Bo Reed\n';
    assert.deepEqual(attendanceIn(text, marked), ['Ada Quill present', 'Bo Reed absent']);
  });

  test('labels and subheadings say who is apart', () => {
    const text = `# Call 2026-11-27

## Attendance

- Members: Ada Quill, Bo Reed and Cy Dune

### Guests

- Di Moss
`;
    assert.deepEqual(attendanceIn(text), [
      'Ada Quill present',
      'Bo Reed present',
      'Cy Dune present',
      'Di Moss guest',
    ]);
  });

  test('is read from a table and from fields', () => {
    const text = `# Call 2026-11-27

## Present

| Name | Organization |
|------|--------------|
| Ada Quill | Harbor Ltd |
| Bo Reed | |

Regrets: Cy Dune, Di Moss
`;
    assert.deepEqual(attendanceIn(text), [
      'Ada Quill present: Harbor Ltd',
      'Bo Reed present',
      'Cy Dune absent',
      'Di Moss absent',
    ]);
  });

  test('people of the list owe nothing', () => {
    assert.deepEqual(
      read('# Call 2026-11-27\n\n## Attendees\n\n- [ ] @ada Harbor Ltd\n').actions,
      [],
    );
  });
});

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

test('whatever the text, what is read lies in it, in order', () => {
  const matchers = [plain, marked].map((template) => readTemplate(template, 'call.md'));
  fc.assert(
    fc.property(arbitraryMarkdown, fc.nat(1), (text, index) => {
      const matcher = matchers[index];
      assert.ok(matcher !== undefined);
      const { headings } = readMinutes(parseMarkdown(text));
      const { actions, decisions, attendance } = recordOf(text, headings, matcher);
      for (const read of [actions, decisions, attendance]) {
        let last = 0;
        for (const { range } of read) {
          assert.ok(range.start >= last && range.start <= range.end && range.end <= text.length);
          last = range.start;
        }
      }
    }),
    { seed: 16 },
  );
});
