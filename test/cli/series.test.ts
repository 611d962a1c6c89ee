import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { harbourMinutes, harbourTemplate } from './harbour.ts';
import { rulesOf } from './json-output.ts';

const dates = ['2018-05-01', '2018-05-15', '2018-05-29', '2018-06-12', '2018-06-26'];
const leads = ['Ada Quill', 'Ada Quill', 'Cy Marsh', 'Cy Marsh', 'Ada Quill'];
const files: Readonly<Record<string, string>> = {
  '.git/HEAD': '',
  '.minutes/harbour.md': harbourTemplate,
  ...Object.fromEntries(
    dates.map((date, index) => [
      `calls/${date}-harbour.md`,
      harbourMinutes({
        date,
        craneLead: leads[index] ?? '',
        crane: `- Moved ${index + 1} crates\n`,
        roadmap:
          index === 4
            ? '| Next | Brakes |\n| Now | Paint |\n'
            : '| Now | Brakes |\n|  | Lights |\n',
      }),
    ]),
  ),
};

test('a single file is checked as part of its series, in a tree and alone', (context) => {
  const { path } = temporaryFolder(context, files);
  for (const target of ['.', `calls/${String(dates[4])}-harbour.md`]) {
    const { code, output } = runCommand(path, [
      'check',
      '--format=json',
      '--rule=stale-lead',
      '--today=2018-06-20',
      target,
    ]);
    assert.deepEqual(rulesOf(output), ['stale-lead']);
    assert.equal(code, 1);
  }
});

test('a template that is named claims only what it is named for', (context) => {
  const { path } = temporaryFolder(context, {
    ...files,
    'elsewhere/2018-06-26-pier.md': '# Pier Meeting 2018-06-26\n',
  });
  for (const target of ['elsewhere', 'elsewhere/2018-06-26-pier.md']) {
    const { output } = runCommand(path, [
      'check',
      '--format=json',
      '--template=runtime-pmc',
      '--rule=date-mismatch',
      '--min-severity=hint',
      target,
    ]);
    assert.deepEqual(rulesOf(output), []);
  }
});

test('“log” prints a team’s updates through time', (context) => {
  const { path } = temporaryFolder(context, files);
  const { code, output } = runCommand(path, ['log', 'crane']);
  assert.equal(code, 0);
  assert.match(
    output,
    /^2018-05-01 {2}Crane - Ada Quill {2}\(calls\/2018-05-01-harbour\.md:5\)\n {0,2}\n? {2}- Moved 1 crates\n/,
  );
  assert.equal(output.match(/Moved/g)?.length, 5);
  const unknown = runCommand(path, ['log', 'crrane']);
  assert.equal(unknown.code, 2);
  assert.equal(unknown.errors, 'error: no minutes have a team “crrane”; did you mean “Crane”?\n');
});

test('“roster” prints who led which team from when until when', (context) => {
  const { path } = temporaryFolder(context, files);
  const { output } = runCommand(path, ['roster']);
  assert.equal(
    output,
    [
      'Crane                    Ada Quill  2018-05-01 – 2018-05-15  2 meetings',
      'Crane                    Cy Marsh   2018-05-29 – 2018-06-12  2 meetings',
      'Crane                    Ada Quill  2018-06-26               1 meeting',
      'Tide Gauge (incubating)  Bo Reed    2018-05-01 – 2018-06-26  5 meetings',
      '',
    ].join('\n'),
  );
});

test('“diff” prints rows that moved, appeared and vanished, and leads that changed', (context) => {
  const { path } = temporaryFolder(context, files);
  const [before, after] = [3, 4].map((index) => `calls/${String(dates[index])}-harbour.md`);
  const { output } = runCommand(path, ['diff', String(before), String(after)]);
  assert.equal(
    output,
    [
      'Teams',
      '  Crane: Cy Marsh → Ada Quill',
      'Roadmap',
      '  from Now to Next: Brakes',
      '  new in Now: Paint',
      '  removed from Now: Lights',
      '',
    ].join('\n'),
  );
});

test('“diff” distinguishes a renamed team from a new and a retired one', (context) => {
  const [before, after] = ['calls/2018-06-12-harbour.md', 'calls/2018-06-26-harbour.md'];
  const { path } = temporaryFolder(context, {
    ...files,
    [after]: harbourMinutes({ date: '2018-06-26', craneLead: 'Cy Marsh' })
      .replace('### Crane', '### Derrick')
      .replace('### Tide Gauge (incubating) - Bo Reed', '### Slipway - Di Fen'),
    [before]: harbourMinutes({ date: '2018-06-12', craneLead: 'Cy Marsh' }).replace(
      '\n## Roadmap',
      '\n### Pier - Ada Quill\n\n## Roadmap',
    ),
  });
  const { output } = runCommand(path, ['diff', before, after]);
  assert.equal(
    output,
    [
      'Teams',
      '  Derrick: renamed from Crane',
      '  Slipway: new',
      '  Tide Gauge: removed',
      '  Pier: removed',
      '',
    ].join('\n'),
  );
  const json = runCommand(path, ['diff', '--format=json', before, after]).output;
  assert.deepEqual(JSON.parse(json), {
    version: 1,
    teams: [
      { team: 'Derrick', kind: 'renamed', from: 'Crane', to: 'Derrick' },
      { team: 'Slipway', kind: 'added', from: null, to: null },
      { team: 'Tide Gauge', kind: 'removed', from: null, to: null },
      { team: 'Pier', kind: 'removed', from: null, to: null },
    ],
    roadmap: [],
  });
});

test('“log” and “roster” go by the files that can be read, and report the others', (context) => {
  const { path } = temporaryFolder(context, {
    ...files,
    'calls/2018-07-10-harbour.md': Uint8Array.of(0x23, 0x00, 0xff),
  });
  for (const [command, last] of [
    [['log', 'Crane'], /Moved 5 crates/],
    [['roster'], /^Tide Gauge/m],
  ] as const) {
    const { code, output, errors } = runCommand(path, command);
    assert.equal(code, 2);
    assert.match(output, last);
    assert.equal(errors, 'minutes: calls/2018-07-10-harbour.md: is binary, not text\n');
  }
});

test('a schedule without “from” counts from the first minutes, however long ago', (context) => {
  const weeks = Array.from({ length: 100 }, (_, week) =>
    new Date(Date.UTC(2018, 0, 2 + 7 * week)).toISOString().slice(0, 10),
  );
  const fortnights = weeks.filter((_, week) => week % 2 === 0);
  const between = String(weeks[97]);
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    '.minutes/weekly.md':
      '---\nfiles: "*.md"\nschedule: FREQ=WEEKLY;INTERVAL=2\n---\n\n# Weekly {date}\n',
    ...Object.fromEntries(
      [...fortnights, between].map((day) => [`${day}.md`, `# Weekly ${day}\n`]),
    ),
  });
  const check = (day: string): ReturnType<typeof runCommand> =>
    runCommand(path, ['check', '--format=json', '--min-severity=hint', `${day}.md`]);
  assert.deepEqual(rulesOf(check(between).output), ['off-schedule']);
  assert.deepEqual(rulesOf(check(String(weeks[98])).output), []);
});

test('last year’s number in January is reported, even after a year without meetings', (context) => {
  const tuesdays = Array.from({ length: 60 }, (_, week) =>
    new Date(Date.UTC(2018, 1, 6 + 7 * week)).toISOString().slice(0, 10),
  ).filter((day) => day !== '2019-01-08');
  const wrong = 'calls/2018-01-08-harbour.md';
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    '.minutes/harbour.md': harbourTemplate,
    ...Object.fromEntries(
      tuesdays.map((date) => [`calls/${date}-harbour.md`, harbourMinutes({ date })]),
    ),
    [wrong]: harbourMinutes({ date: '2018-01-08' }),
  });
  const check = (file: string): readonly string[] =>
    rulesOf(runCommand(path, ['check', '--format=json', file]).output);
  assert.deepEqual(check(wrong), ['date-mismatch']);
  assert.deepEqual(check('calls/2019-01-15-harbour.md'), []);
});
