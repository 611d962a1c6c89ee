import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { areOnePerson, mayBeSpelling } from '../../server/src/core/meetings/usual-writing.ts';
import {
  attendanceHeading,
  attendanceLabel,
  isAttendanceHeading,
  labelsPeople,
} from '../../server/src/core/record/attendance-heading.ts';
import { readDecisions } from '../../server/src/core/record/read-decisions.ts';
import type { LineShapes } from '../../server/src/core/record/shaped-line.ts';
import { bareWord } from '../../server/src/core/text/bare-word.ts';
import {
  evenName,
  looseName,
  withoutOrnaments,
} from '../../server/src/core/matching/loose-name.ts';
import { dateNamesIn, english, formattedNames } from '../../server/src/core/text/date-names.ts';
import { readDateIn } from '../../server/src/core/text/date-reading.ts';
import { createWordFilter } from '../../server/src/core/text/word-filter.ts';
import { seed } from './seed.ts';

suite('what is found without an expensive expression is what the expression finds', () => {
  test('the English names of months and weekdays', () => {
    const { months, monthsBesideDays, weekdays } = formattedNames(english);
    assert.deepEqual(dateNamesIn(english), { months, monthsBesideDays, weekdays });
  });

  test('dates in the usual formats', () => {
    const part = fc.constantFrom(
      ...['2018', '06', '6', '31', '00', '-', '-', '\u2013', ' ', '19', '10th', '1ST', '2\u017ft'],
      ...['3\u00ba', '\u0663', '.', 'x', '\n'],
    );
    const format = fc.constantFrom('YYYY-MM-DD', 'MM-DD-YYYY');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), format, (parts, usual) => {
        const text = parts.join('');
        // An empty literal makes another format of it that means the same.
        assert.deepEqual(readDateIn(text, usual, english), readDateIn(text, `[]${usual}`, english));
      }),
      { seed, numRuns: 4000 },
    );
  });

  test('headings without anything that is ignored', () => {
    const part = fc.constantFrom(
      ...['Crane', 'IV', '2', '1)', ' ', ' ', '-', ' - ', "'", ',', '(', ')', '5 min', '(5 min)'],
      ...['2018-06-26', 'a', '.', ':', '12', '#', '&', '\t'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        // A character that can't be seen is ignored, too, but not on the quick path.
        const seen = `${text.trim()}\u200b`;
        assert.equal(withoutOrnaments(text).trim(), withoutOrnaments(seen));
        assert.equal(looseName(text), looseName(seen));
        // White space around a name is ignored, too.
        assert.equal(evenName(text), evenName(` ${text}`));
      }),
      { seed, numRuns: 4000 },
    );
  });

  test('words in any case', () => {
    const words = ['did not meet', 'Absage', 's\u00e9ance', '\u4f11\u4f1a'];
    const part = fc.constantFrom(
      ...['did', 'DID', ' ', ' ', '\n', 'not', 'meet', 'ab\u017fage', 'ABSAGE', 'S\u00c9ANCE'],
      ...['\u4f11\u4f1a', 'x', '\u00df', 'se\u0301ance'],
    );
    const holdsWord = new RegExp(words.map((word) => word.replaceAll(' ', '\\s+')).join('|'), 'iu');
    const mayHoldWord = createWordFilter(words);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        assert.ok(mayHoldWord(text) || !holdsWord.test(text), JSON.stringify(text));
      }),
      { seed, numRuns: 4000 },
    );
  });

  test('spellings of names', () => {
    const part = fc.constantFrom(
      ...[
        'Chris',
        'Christopher',
        'chr\u00efs',
        '\uff23hris',
        'Marsh',
        'MARSH',
        'Mar\u017fh',
        'Marhs',
      ],
      ...['\u212aim', 'Kim', 'Tim', 'de', ' ', ' ', '.', '-', '\u200b', '\u00a0'],
    );
    const name = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(name, name, (a, b) => {
        assert.ok(mayBeSpelling(a, b) || !areOnePerson(`${a}\n${b}`), JSON.stringify([a, b]));
      }),
      { seed, numRuns: 8000 },
    );
  });

  test('words without the punctuation around them', () => {
    const part = fc.constantFrom(
      ...['a', 'Z9', '(', ')', '-', '.', '\u2019', '\u00e9', 'e\u0301', '\u0663', '_'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const word = parts.join('');
        const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
        assert.equal(bareWord(word), bare);
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('headings and labels of people', () => {
    const part = fc.constantFrom(
      ...[
        'Attendees',
        'attended',
        ' by',
        'Members ',
        'present',
        'Participants',
        'Roll call',
        'in ',
      ],
      ...[
        'Attendance',
        'WHO WAS THERE',
        'Teilnehmer',
        '*innen',
        'Anwesende',
        'PR\u00c9SENTS',
        'aanwezigen',
      ],
      ...[
        'Asistentes',
        'participantes',
        '\u51fa\u5e2d\u8005',
        '\u53c2\u52a0\u8005',
        ' ',
        'x',
        'Pre\u017fent',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
        const text = parts.join('');
        assert.equal(isAttendanceHeading(text), attendanceHeading.test(text), text);
        const label = `${text}: Ada`;
        assert.equal(labelsPeople(label), attendanceLabel.test(label), label);
      }),
      { seed, numRuns: 4000 },
    );
  });

  test('decisions that nothing above them announces', () => {
    const part = fc.constantFrom(
      ...[
        'RESOLVED',
        'Agreed',
        'Decision',
        ' 4',
        '**',
        ':',
        ' ',
        '\n',
        '\n',
        '> ',
        '- ',
        '1. [x] ',
      ],
      ...[
        'The board',
        'TSC',
        ' has',
        ' unanimously',
        ' decided',
        ' agreed to',
        ' voted to',
        ' buy it',
      ],
    );
    const none: LineShapes = { areNone: true, mayBeIn: () => false, read: () => null };
    fc.assert(
      fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        const whole = { range: { start: 0, end: text.length }, isMarked: false, isHeaded: false };
        const decisions = readDecisions(text, [whole], none);
        // With shapes, each line is read.
        assert.deepEqual(decisions, readDecisions(text, [whole], { ...none, areNone: false }));
      }),
      { seed, numRuns: 4000 },
    );
  });
});
