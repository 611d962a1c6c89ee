import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { prettyTable } from '../../server/src/cli/print-table.ts';
import { isolated, printableLine } from '../../server/src/cli/printable-text.ts';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { harbourMinutes, harbourTemplate } from './harbour.ts';

suite('pretty output', () => {
  test('isolates what is written from right to left, with the spaces in it', () => {
    assert.equal(isolated('“שלום, עולם” is 3'), '“\u2068שלום, עולם\u2069” is 3');
    assert.equal(isolated('مرحبا 12 - Ada'), '\u2068مرحبا\u2069 12 - Ada');
    assert.equal(isolated('会議 and 12'), '会議 and 12');
  });

  test('takes the text’s own marks out before it sets its own', () => {
    assert.equal(isolated(printableLine('\u202Eשלום\u2066')), '\u2068שלום\u2069');
  });

  test('puts columns below each other, however wide letters are', () => {
    const rows = [
      ['会議', 'a'],
      ['שלום', 'b'],
      ['long name', 'c'],
    ];
    assert.equal(prettyTable(rows), '会議       a\n\u2068שלום\u2069       b\nlong name  c\n');
  });

  test('of many rows is made', () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => [String(row), 'x']);
    assert.equal(prettyTable(rows).split('\n').length, 200_001);
  });

  test('of the roster has its columns below each other, too', (context) => {
    const text = harbourMinutes({ date: '2018-06-26' }).replace('Crane', '起重机');
    const { path } = temporaryFolder(context, {
      '.minutes/harbour.md': harbourTemplate,
      'calls/2018-06-26-harbour.md': text,
    });
    assert.equal(
      runCommand(path, ['roster']).output,
      '起重机                   Ada Quill  2018-06-26  1 meeting\n' +
        'Tide Gauge (incubating)  Bo Reed    2018-06-26  1 meeting\n',
    );
  });
});
