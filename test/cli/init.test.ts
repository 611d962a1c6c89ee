import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const dates = ['2026-01-06', '2026-01-20', '2026-02-03', '2026-02-17', '2026-03-03', '2026-03-17'];

/** Minutes of a group without a template; one of them lacks a section. */
const files: Readonly<Record<string, string>> = {
  '.git/HEAD': '',
  'README.md': '# How we meet\n',
  'charter.md': '# Charter\n\n## Purpose\n',
  ...Object.fromEntries(
    dates.map((date, index) => [
      `calls/${date}-pier.md`,
      [
        `# Pier call ${date}`,
        '## Attendees',
        `- Ada Quill\n- Guest ${index}`,
        ...(index === 2 ? [] : ['## Guests', `Somebody ${index}.`]),
        '## Decisions',
        `Recording: https://example.org/${index}`,
        `- Decided ${index}`,
        '',
      ].join('\n\n'),
    ]),
  ),
};

test('a template is proposed with what it would find, and nothing is written', (context) => {
  const { path } = temporaryFolder(context, files);
  const { code, output, errors } = runCommand(path, ['init']);
  assert.equal(errors, '');
  assert.equal(code, 0);
  assert.equal(
    output,
    `.minutes/pier.md: for 6 minutes from 2026-01-06 to 2026-03-17

    ---
    minutes-template: 1
    files: "calls/*-pier.md"
    file-name: "{date}-pier.md"
    schedule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
    ---

    # Pier call {date}

    ## Attendees <!-- attendees -->

    ## Guests <!-- optional -->

    ## Decisions <!-- decisions -->

    Recording:

  .minutes/pier.md:12 5 of 6 have “Guests”: optional
  All of the last 6 minutes fit.

Other files, named like no series: 1.
Nothing was written: add --write to write it.
`,
  );
  assert.equal(runCommand(path, ['check', '--format=json']).output.includes('"checked"'), false);
});

test('--write makes the template, which then checks the minutes, and never takes the place of a file', (context) => {
  const { path } = temporaryFolder(context, files);
  assert.equal(runCommand(path, ['init', '--write', '--dry-run']).code, 0);
  assert.equal(runCommand(path, ['init', '--write']).code, 0);
  const template = join(path, '.minutes/pier.md');
  const text = readFileSync(template, 'utf8');
  assert.match(text, /## Guests <!-- optional -->/);
  const checked = runCommand(path, ['check']);
  assert.match(checked.output, /^7 files checked: nothing found/);
  assert.equal(checked.code, 0);
  const again = runCommand(path, ['init', '--write']);
  assert.equal(again.code, 2);
  assert.equal(again.errors, 'minutes: .minutes/pier.md: exists already; it is left alone\n');
  assert.equal(readFileSync(template, 'utf8'), text);
});

test('nothing is written outside the folder', (context) => {
  const { path } = temporaryFolder(context, {
    'group/calls/2026-01-06.md': '# A\n',
    'other/x': '',
  });
  symlinkSync(join(path, 'other'), join(path, 'group/.minutes'));
  const { code, errors } = runCommand(path, [
    'init',
    'group',
    '--preset=community-call',
    '--write',
  ]);
  assert.equal(code, 2);
  assert.equal(
    errors,
    'minutes: group/.minutes/community-call.md: leads out of group; nothing is written\n',
  );
});

test('a folder without minutes is offered the presets', (context) => {
  const { path } = temporaryFolder(context, { 'README.md': '# Nothing\n' });
  const { code, output } = runCommand(path, ['init']);
  assert.equal(code, 0);
  assert.match(
    output,
    /Begin with a preset: minutes init --preset NAME --write\n +board-meeting: Board /,
  );
  assert.equal(runCommand(path, ['init', '--preset=community-call', '--write']).code, 0);
  assert.equal(runCommand(path, ['init', '--preset=comunity-call']).code, 2);
});

test('a template of the group’s own is the start', (context) => {
  const { path } = temporaryFolder(context, {
    ...files,
    'calls/template.md':
      '# Pier call YYYY-MM-DD\n\n## Attendees\n\n- Your name\n\n## Decisions\n\n{{ decisions }}\n',
  });
  const { output } = runCommand(path, ['init', '--json']);
  const proposal: unknown = JSON.parse(output);
  assert.match(JSON.stringify(proposal), /"start":"calls\/template\.md"/);
  assert.match(JSON.stringify(proposal), /## Attendees <!-- attendees -->\\n\\n- Your name\\n/);
});

test('a section of check boxes keeps actions, and none of them is part of the template', (context) => {
  const calls = dates.map((date, index): [string, string] => [
    `calls/${date}.md`,
    `# Call ${date}\n\n## To do\n\n- [ ] Bo: task ${index}\n- [x] Ada: other task\n`,
  ]);
  const { path } = temporaryFolder(context, Object.fromEntries(calls));
  const { output } = runCommand(path, ['init']);
  assert.match(output, /\n {4}## To do <!-- actions -->\n\n {2}All of the last 6 minutes fit/);
});

test('a table that nearly all minutes have is in the template, with the rows that they share', (context) => {
  const days = ['2018-01-09', '2018-01-16', '2018-01-23', '2018-01-30', '2018-02-06'];
  const roadmaps = days.map((day, index) =>
    [
      `# Harbour call ${day}`,
      '',
      '## Roadmap',
      '',
      '| When? | What? |',
      '| ----- | ----- |',
      `| *Soon* | Paint pier ${index} |`,
      ...(index === 0 ? ['| *Never* | Sink |'] : []),
      '| *Later* | Buy rope |',
      '',
    ].join('\n'),
  );
  const series = (texts: readonly string[]): string => {
    const named = days.map((day, index) => [`${day}.md`, texts[index] ?? ''] as const);
    const { path } = temporaryFolder(context, Object.fromEntries(named));
    return runCommand(path, ['init']).output;
  };
  const table = '    | When? | What? |\n    | --- | --- |\n    | *Soon* |  |\n    | *Later* |  |\n';
  assert.ok(series(roadmaps).includes(`\n    ## Roadmap\n\n${table}`));
  const without = roadmaps.map((text) => text.replaceAll('|', '').replace(/ -{5} -{5}\n/, ''));
  assert.ok(series(without).includes('\n    ## Roadmap\n'));
  assert.ok(!series([...roadmaps.slice(0, 3), ...without.slice(3)]).includes('When?'));
  const headers = roadmaps.map((text, index) => text.replace('What?', `What ${index}?`));
  assert.ok(!series(headers).includes('When?'));
});

test('days with months in another language are dates in that language', (context) => {
  const days = {
    '2026-01-06': '6. Januar',
    '2026-01-13': '13. Januar',
    '2026-02-03': '3. Februar',
    '2026-03-03': '3. März',
    '2026-04-07': '7. April',
  };
  const calls = Object.entries(days).map(([date, day]): [string, string] => [
    `treffen/${date}.md`,
    `# Hafentreffen vom ${day} 2026\n\n## Beschlüsse\n\n- Am ${day}\n`,
  ]);
  const { path } = temporaryFolder(context, Object.fromEntries(calls));
  const { output } = runCommand(path, ['init']);
  assert.match(output, /\n {4}locale: de\n/);
  assert.match(output, /\n {4}# Hafentreffen vom \{date:D\. MMMM YYYY\}\n/);
  assert.match(output, /All of the last 5 minutes fit/);
});
