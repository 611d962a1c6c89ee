import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { createPattern } from '../../server/src/core/template/text-pattern.ts';
import { isIsoDate } from '../../server/src/core/text/calendar-date.ts';
import { seed } from './seed.ts';

const context = { statuses: [], own: {}, locale: 'en-US' };
const digits = fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);
const word = fc.constantFrom(
  'Weekly',
  'weekly',
  'WEEKLY',
  'Wee\u212Aly',
  'Week.ly',
  'ſet',
  ' ',
  '\u00A0',
  'é',
);

test('a title with a date matches what it matches by RE2', () => {
  const expression = RE2JS.compile(
    '^\\s*Weekly\\s+([0-9]{4}-[0-9]{2}-[0-9]{2})\\s+set\\s*$',
    RE2JS.CASE_INSENSITIVE,
  );
  const pattern = createPattern('Weekly {date} set', context);
  const parts = fc.array(fc.oneof(word, digits, fc.constantFrom(' ', '  ', '\t', '\n', 'set')), {
    maxLength: 6,
  });
  const near = fc
    .tuple(word, digits, fc.constantFrom(' ', '  ', '\t', ''))
    .map(([first, date, space]) => `${first} ${date}${space}set`);
  fc.assert(
    fc.property(
      fc.oneof(
        near,
        parts.map((all) => all.join('')),
      ),
      (text) => {
        const matcher = expression.matcher(text.normalize('NFC').trim());
        const expected = matcher.matches()
          ? [{ text: matcher.group(1), start: matcher.start(1) }]
          : null;
        const told = pattern.match(text)?.map(({ text: date, start }) => ({ text: date, start }));
        assert.deepEqual(told ?? null, expected);
      },
    ),
    { seed, numRuns: 5000 },
  );
});

test('a pattern that could be read in many ways takes no longer for it', () => {
  const pattern = createPattern(`${'{date:D}'.repeat(60)}x`, context);
  assert.equal(pattern.match('1'.repeat(90)), null);
});

test('an ISO day is one that the calendar has', () => {
  const days = fc.tuple(fc.nat(9999), fc.nat(13), fc.nat(32));
  const written = (value: number, length: number): string => String(value).padStart(length, '0');
  fc.assert(
    fc.property(days, ([year, month, day]) => {
      const text = `${written(year, 4)}-${written(month, 2)}-${written(day, 2)}`;
      const time = Date.parse(`${text}T00:00:00Z`);
      const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
      assert.equal(isIsoDate(text), exists && !text.startsWith('00'));
    }),
    { seed, numRuns: 5000 },
  );
});

test('brackets that nothing closes are text, also around a placeholder that may be left out', () => {
  const character = fc.constantFrom('(', ')', '[', ']', '{', '}', 'a', ' ', '-', '{x?}', '{date}');
  fc.assert(
    fc.property(
      fc.array(character, { maxLength: 10 }),
      fc.string({ maxLength: 20 }),
      (parts, text) => {
        const own = { x: { pattern: null, values: ['one', 'two'], description: null } };
        const written = parts.join('').trim();
        const pattern = createPattern(written, { ...context, own });
        for (const { start, text: found } of pattern.match(text) ?? []) {
          assert.ok(0 <= start && start + found.length <= text.length);
        }
        const filled = written.replaceAll('{x?}', 'one').replaceAll('{date}', '2018-06-26').trim();
        if (!/[{}]/.test(filled)) assert.notEqual(pattern.match(filled), null, filled);
      },
    ),
    { seed, numRuns: 1000 },
  );
});
