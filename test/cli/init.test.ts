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
  assert.equal(again.errors, 'minutes: .minutes/pier.md: exists already; it was not changed\n');
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

test('the language of the days is that which reads them all, of several with the same names of months', (context) => {
  const days = { '2026-05-12': '12 mai', '2026-05-26': '26 mai', '2026-06-09': '9 juin' };
  const minutes = Object.entries(days).map(([date, day]): [string, string] => [
    `cr-${date}.md`,
    `# Compte rendu du ${day} 2026\n\n## Décisions\n`,
  ]);
  const { path } = temporaryFolder(context, { '.git/HEAD': '', ...Object.fromEntries(minutes) });
  const { output } = runCommand(path, ['init']);
  assert.match(output, /locale: fr\n/);
  assert.match(output, /# Compte rendu du \{date:D MMMM YYYY\}\n/);
});

test('names have days as Japanese and Chinese write them', (context) => {
  const minutes = ['05月26日', '06月09日', '06月23日'].map((day): [string, string] => [
    `2026年${day}.md`,
    `# 定例会議 2026年${day}\n\n## 議題\n`,
  ]);
  const { path } = temporaryFolder(context, { '.git/HEAD': '', ...Object.fromEntries(minutes) });
  const { output } = runCommand(path, ['init']);
  assert.match(output, /file-name: "\{date:YYYY\[年\]MM\[月\]DD\[日\]\}\.md"/);
  assert.match(output, /All of the last 3 minutes fit/);
});

test('a section that is at either of two levels, other days, open texts and cancelled meetings are in the template', (context) => {
  const days = Array.from({ length: 12 }, (_, week) =>
    new Date(Date.UTC(2026, 0, 6 + 7 * week)).toISOString().slice(0, 10),
  );
  const minutesOf = (date: string, index: number): string =>
    [
      `# Hafenrunde ${date}`,
      ...(index === 5 ? ['Das Treffen fand nicht statt.'] : partsOf(date, index)),
      '',
    ].join('\n\n');
  const partsOf = (date: string, index: number): readonly string[] => [
    '## Neues',
    index % 3 === 0 ? '[bitte eintragen]' : `Punkt ${index}.`,
    index % 4 === 0 ? '### Fragen' : '## Fragen',
    `Frage ${index}.`,
    `## Nächstes Treffen am ${nextWeek(date)}`,
    'Im Hafen.',
  ];
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    ...Object.fromEntries(days.map((date, index) => [`runde/${date}.md`, minutesOf(date, index)])),
  });
  const { output } = runCommand(path, ['init']);
  assert.match(output, /^ {4}cancelled: \[.*"fand nicht statt"\]$/m);
  assert.match(output, /^ {4}unfilled: \["\[bitte eintragen\]", .*"TODO"\]$/m);
  assert.match(output, /^ {4}## Fragen <!-- levels: 2\.\.3 -->$/m);
  assert.match(output, /^ {4}## Nächstes Treffen am \{day\}$/m);
});

test('findings of one kind are one line with their number, and what most do is none', (context) => {
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    ...Object.fromEntries(
      Array.from({ length: 40 }, (_, week) => {
        const date = new Date(Date.UTC(2026, 0, 6 + 7 * week)).toISOString().slice(0, 10);
        const title = week < 15 ? 'Quay' : 'Pier';
        const news = week === 10 || week === 36 ? '' : '## News\n\n- Rope.\n\n';
        return [
          `calls/${date}.md`,
          `# ${title} call ${date}\n\n${news}## Actions\n\n${week === 31 ? '[x] ( y)' : 'Call.'}\n`,
        ];
      }),
    ),
  });
  const { output } = runCommand(path, ['init']);
  assert.match(output, /^ {2}38 of the last 40 minutes fit; 2 have findings:$/m);
  assert.match(
    output,
    /^ {4}calls\/2026-09-15\.md:1:23 missing-section .* “News” \(and 1 more\)$/m,
  );
});

test('teams with first names are teams wherever they are, and have a roster only where it holds', (context) => {
  const weeks = Array.from({ length: 6 }, (_, week) => `2026-01-${String(week + 10)}`);
  const callOf = (date: string, week: number): string =>
    [
      `# Yard ${date}`,
      '## Afloat',
      '### Crane (Ada)',
      `Jib ${week}.`,
      '### Buoys (Bo & Cy)',
      `Paint ${week}.`,
      ...(week > 2 ? ['### Sheds (Dee)', `Roof ${week}.`] : []),
      '## Ashore',
      ...(week > 2 ? [] : ['### Sheds (Dee)', `Roof ${week}.`]),
      '### Ropes (Eli)',
      `Rope ${week}.`,
      '### Sails (Fay)',
      `Sail ${week}.`,
      '',
    ].join('\n\n');
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    'template.md': '# Yard YYYY-MM-DD\n\n## Afloat\n\n### Crane (Ada)\n\n[add here]\n\n## Ashore\n',
    ...Object.fromEntries(weeks.map((date, week) => [`yard/${date}.md`, callOf(date, week)])),
  });
  const { output } = runCommand(path, ['init']);
  assert.match(
    output,
    /^ {4}## Afloat\n\n {4}### \{team\} \(\{lead\}\)\n\n {4}\[add here\]\n\n {4}## Ashore\n\n {4}### \{team\} \(\{lead\}\)\n/m,
  );
  assert.match(output, /^ {6}- name: "Sheds"\n {8}leads: \["Dee"\]\n {6}- name/m);
  assert.match(output, /All of the last 6 minutes fit\./);
});

test('bold lines that most minutes have are sections', (context) => {
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    ...Object.fromEntries(
      dates.map((date, index) => [
        `calls/${date}.md`,
        [
          `# Pier call ${date}`,
          '**Attendees**',
          `- Ada Quill\n- Guest ${index}`,
          '**News:**',
          `**Rope ${index}** is here.`,
          ...(index === 1 || index === 4 ? [] : ['**Guests**', `Somebody ${index}.`]),
          '## Actions',
          `Nothing ${index}.`,
          '',
        ].join('\n\n'),
      ]),
    ),
  });
  const { output } = runCommand(path, ['init', '--write']);
  assert.match(
    output,
    /^ {4}# Pier call \{date\}\n\n {4}\*\*Attendees\*\* <!-- section; attendees -->\n\n {4}\*\*News:?\*\* <!-- section -->\n\n {4}\*\*Guests\*\* <!-- section; optional -->\n\n {4}## Actions\n/m,
  );
  assert.match(output, /All of the last 6 minutes fit\./);
  assert.equal(runCommand(path, ['new', '--date=2026-03-31']).code, 0);
  assert.equal(runCommand(path, ['check']).code, 0);
});

function nextWeek(date: string): string {
  return new Date(Date.parse(date) + 7 * 86_400_000).toISOString().slice(0, 10);
}

/** Files of a name and a text each, in a repository. */
function repositoryOf(
  files: readonly (readonly [path: string, text: string])[],
): Readonly<Record<string, string>> {
  return { '.git/HEAD': '', ...Object.fromEntries(files) };
}

test('a folder says the year of the days in names, with one figure or two', (context) => {
  const days = ['01-09', '02-13', '3-6', '04-10', '05-08', '06-12'];
  const { path } = temporaryFolder(
    context,
    repositoryOf(days.map((day) => [`2019/crew-${day}.md`, `# Crew ${day}\n\n## Sails\n`])),
  );
  const { output } = runCommand(path, ['init']);
  assert.match(output, /for 6 minutes from 2019-01-09 to 2019-06-12/);
  assert.match(output, /file-name: "\{date:YYYY\}\/crew-\{date:MM-DD\}\.md"/);
});

test('one name with a number above twelve in front says that all begin with the day', (context) => {
  const days = ['06-01', '16-03', '04-06', '03-12'];
  const { path } = temporaryFolder(
    context,
    repositoryOf(days.map((day) => [`${day}-2015.md`, `# Crew\n\n## Sails\n`])),
  );
  assert.match(runCommand(path, ['init']).output, /file-name: "\{date:DD-MM-YYYY\}\.md"/);
});

test('minutes of another kind among six are left out of account, and days of one and two figures are one form', (context) => {
  const days = ['2019-01-09', '2019-02-13', '2019-03-06', '2019-04-10', '2019-05-08', '2019-06-12'];
  const inWords = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  const { path } = temporaryFolder(
    context,
    repositoryOf(
      days.map((day, index) => [
        `${day}.md`,
        index === 3
          ? '# What we heard\n\n## Summary\n'
          : `# Harbor crew, ${inWords.format(new Date(day))}\n\n## Sails\n\n## Ropes\n`,
      ]),
    ),
  );
  const { output } = runCommand(path, ['init']);
  assert.match(output, /# Harbor crew, \{date:MMMM D, YYYY\}\n/);
  assert.match(output, /## Sails\n/);
  assert.match(output, /## Ropes\n/);
});

test('names that are ticked again and again are people, and none of them is an action of the next minutes', (context) => {
  const days = ['2019-01-09', '2019-02-13', '2019-03-06'];
  const { path } = temporaryFolder(
    context,
    repositoryOf(
      days.map((day) => [
        `${day}.md`,
        `# Crew ${day}\n\n## Who sails\n\n- [x] Robin Sand - Sails\n- [x] Kim Vale - Ropes\n- [ ] Ada Quill - Anchor\n`,
      ]),
    ),
  );
  const { output } = runCommand(path, ['init', '--write']);
  assert.match(output, /## Who sails <!-- attendees -->/);
  const made = runCommand(path, ['new', '--dry-run', '--date', '2019-04-10']).output;
  assert.doesNotMatch(made, /Ada Quill/);
});
