import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readDay } from '../../server/src/core/text/read-day.ts';

const today = '2026-11-27';

suite('a day that somebody types', () => {
  for (const [text, date, locale = 'en'] of [
    ['today', '2026-11-27'],
    ['Tomorrow', '2026-11-28'],
    ['übermorgen', '2026-11-29', 'de'],
    ['demain', '2026-11-28', 'fr'],
    ['明日', '2026-11-28', 'ja'],
    ['Tuesday', '2026-12-01'],
    ['next Friday', '2026-12-04'],
    ['am Dienstag', '2026-12-01', 'de'],
    ['12 January', '2027-01-12'],
    ['Jan 12', '2027-01-12'],
    ['27 November', '2026-11-27'],
    ['29 February', '2028-02-29'],
    ['1.12.', '2026-12-01', 'de'],
    ['1.12.2026', '2026-12-01'],
    ['le 3 mars', '2027-03-03', 'fr'],
    ['3/4/2027', '2027-04-03', 'fr'],
    ['12月1日', '2026-12-01', 'ja'],
    ['20261201', '2026-12-01'],
  ] as const) {
    test(`“${text}” is ${date}`, () => {
      assert.deepEqual(readDay(text, today, locale), { kind: 'day', date });
    });
  }

  test('is asked again where day and month may be the other way round', () => {
    assert.deepEqual(readDay('12/1/2026', today, 'en'), {
      kind: 'either',
      dates: ['2026-12-01', '2026-01-12'],
    });
  });

  test('is said to be impossible where the month is shorter', () => {
    const impossible = { kind: 'impossible', month: '2027-02', day: 30 };
    for (const text of ['30 February 2027', 'Feb 30', '2027-02-30']) {
      assert.deepEqual(readDay(text, today, 'en'), impossible, text);
    }
  });

  test('is unreadable where it is no day', () => {
    for (const text of ['soon', '1', '2026-13-01', 'Tuesday or so']) {
      assert.equal(readDay(text, today, 'en').kind, 'unreadable', text);
    }
  });

  test('is read as the choices have it, in every language and at every length', () => {
    const styles = ['full', 'long', 'medium'] as const;
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.constantFrom('en', 'en-GB', 'de', 'fr', 'ja'),
        fc.constantFrom(...styles),
        (day, locale, dateStyle) => {
          const text = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(day);
          const date = day.toISOString().slice(0, 10);
          assert.deepEqual(readDay(text, today, locale), { kind: 'day', date }, text);
        },
      ),
    );
  });
});
