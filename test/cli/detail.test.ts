import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { harbourMinutes, harbourTemplate } from './harbour.ts';
import { broken, template } from './minutes-of-a-call.ts';

const claimed = { '.minutes/call.md': template };

test('--explain shows the line, the template’s and the repair beneath each finding', (context) => {
  const { path } = temporaryFolder(context, {
    ...claimed,
    '2018-06-26.md': broken.replace('## Descisions', '##\tDescisions'),
  });
  const { output } = runCommand(path, ['check', '--explain', '--rule', 'misspelled-section']);
  assert.equal(
    output,
    [
      '2018-06-26.md:11:4 warning misspelled-section “Descisions” should be “Decisions”',
      '    11 | ##    Descisions',
      '       |       ^^^^^^^^^^',
      '       = .minutes/call.md: “Decisions” in the template',
      '    13 | ## Decisions',
      '       | ^^^^^^^^^^^^',
      '       = Rename to “Decisions”',
      '         -##\tDescisions',
      '         +##\tDecisions',
      '',
      '2 files checked: 1 warning; “minutes fix” repairs 1 of them.',
      '',
    ].join('\n'),
  );
});

test('a caret is below its text, however wide the characters before it are', (context) => {
  const { path } = temporaryFolder(context, {
    ...claimed,
    '2018-06-26.md': broken.replace('- Rope', '- 会議の JÃ¶rg\n- Rope'),
  });
  const { output } = runCommand(path, ['check', '--explain', '--rule', 'mojibake']);
  assert.match(output, /\n {5}9 \| - 会議の JÃ¶rg\n {7}\| {10}\^{5}\n/);
});

test('--quiet prints the findings alone', (context) => {
  const { path } = temporaryFolder(context, { ...claimed, '2018-06-26.md': broken });
  const { output, errors } = runCommand(path, ['check', '-q']);
  assert.equal(errors, '');
  assert.equal(output.trimEnd().split('\n').length, 4);
  assert.ok(!output.includes('checked'));
});

test('--statistics counts by rule, team and month', (context) => {
  const { path } = temporaryFolder(context, {
    '.minutes/harbour.md': harbourTemplate,
    'calls/2018-06-26-harbour.md': harbourMinutes({
      date: '2018-06-26',
      crane: '- JÃ¶rg\n- JÃ¼rgen\n',
    }),
    'calls/2018-07-03-harbour.md': harbourMinutes({
      date: '2018-07-03',
      gauge: '- JÃ¶rg read it\n',
    }),
  });
  const rule = ['--rule', 'mojibake'];
  const { code, output } = runCommand(path, ['check', '--statistics', '-q', ...rule]);
  assert.equal(code, 1);
  assert.equal(
    output,
    [
      'By rule',
      '  3  mojibake',
      '',
      'By team',
      '  2  Crane',
      '  1  Tide Gauge',
      '',
      'By month',
      '  2  2018-06',
      '  1  2018-07',
      '',
      '',
    ].join('\n'),
  );
  const json = runCommand(path, ['check', '--statistics', '--format', 'json', ...rule]).output;
  const report: unknown = JSON.parse(json);
  assert.ok(typeof report === 'object' && report !== null && 'statistics' in report);
  assert.deepEqual(report.statistics, {
    rules: [{ name: 'mojibake', count: 3 }],
    teams: [
      { name: 'Crane', count: 2 },
      { name: 'Tide Gauge', count: 1 },
    ],
    months: [
      { name: '2018-06', count: 2 },
      { name: '2018-07', count: 1 },
    ],
  });
});

test('the format for agents says what to run next, which works', (context) => {
  const { path } = temporaryFolder(context, { ...claimed, 'the call 2018-06-26.md': broken });
  const agent = ['check', '--format', 'agent', '--today', '2018-07-01'];
  const first = runCommand(path, agent).output.trimEnd().split('\n');
  assert.deepEqual(first.slice(-2), [
    'files: 2, findings: 4, safely fixable: 3',
    "next: minutes fix --today 2018-07-01 'the call 2018-06-26.md'",
  ]);
  assert.match(
    first[0] ?? '',
    /^the call 2018-06-26\.md:3:1 warning misplaced-section: .* -> not safe: Move section “Next steps”/,
  );
  runCommand(path, ['fix', '--today', '2018-07-01', 'the call 2018-06-26.md']);
  const second = runCommand(path, agent).output.trimEnd().split('\n');
  assert.deepEqual(second.slice(-2), [
    'files: 2, findings: 1, safely fixable: 0',
    "next: minutes explain misplaced-section; edit; minutes check --format agent --today 2018-07-01 'the call 2018-06-26.md'",
  ]);
  runCommand(path, ['fix', '--all', '--today', '2018-07-01']);
  const last = runCommand(path, agent).output;
  assert.equal(last, 'files: 2, findings: 0, safely fixable: 0\nnext: nothing to do\n');
});
