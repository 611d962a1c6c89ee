import assert from 'node:assert/strict';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const template = `---
minutes-template: 1
files: "calls/**/*.md"
file-name: "{date}-pier.md"
from: 2026-01-06
schedule: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
except: [2026-04-14]
roster:
  - name: Crane
    leads: [Ada Quill]
    until: 2026-03-31
  - name: Crane
    leads: [Cy Marsh]
    from: 2026-04-01
  - name: Tide Gauge
    leads: [Bo Reed]
---

# Pier call {date:MMMM D, YYYY}

## Agenda

- News

## News

## Teams

### {team} - {lead}

- [add updates here]

## Roadmap <!-- carry-over; optional -->

| When | What |
| --- | --- |
| Soon | |

## Actions

## Topics

### {text} <!-- repeat 0.. -->
`;

const minutes = `# Pier call March 3, 2026

## Agenda

- News

## News

Nothing.

## Teams

### Crane - Ada Quill

- Painted the jib

### Tide Gauge - Bo Reed

- Read the level

## Roadmap

| When | What |
| --- | --- |
| Soon | Brakes |

## Actions

- [x] Ada: order rope
- [ ] Bo: call the yard
  - number is on the wall

## Topics

### Fenders (postponed)

No time.

### Lights

Blue ones.
`;

const files = {
  '.git/HEAD': '',
  '.minutes/pier.md': template,
  'calls/2026/2026-03-03-pier.md': minutes,
};

test('the next minutes have date, name, folder, roster and what is carried over', (context) => {
  const folder = temporaryFolder(context, files);
  const { code, output, errors } = runCommand(folder.path, ['new', '--today=2026-03-04']);
  assert.equal(errors, '');
  assert.equal(code, 0);
  assert.equal(
    output,
    `calls/2026/2026-03-17-pier.md
Carried over from calls/2026/2026-03-03-pier.md:
  Roadmap
  Bo: call the yard
  Fenders
`,
  );
  assert.equal(
    folder.read('calls/2026/2026-03-17-pier.md'),
    `# Pier call March 17, 2026

## Agenda

- News

## News

## Teams

### Crane - Ada Quill

- [add updates here]

### Tide Gauge - Bo Reed

- [add updates here]

## Roadmap

| When | What |
| --- | --- |
| Soon | Brakes |

## Actions

- [ ] Bo: call the yard
  - number is on the wall

## Topics

### Fenders
`,
  );
  assert.equal(runCommand(folder.path, ['check', '--today=2026-03-04']).code, 0);
});

test('several are made ahead, on the days of the schedule, with the roster of each day', (context) => {
  const folder = temporaryFolder(context, files);
  const { output } = runCommand(folder.path, ['new', '--today=2026-03-04', '--count=3', 'calls']);
  assert.match(output, /2026-03-17[^]*2026-03-31[^]*2026-04-28/);
  const last = folder.read('calls/2026/2026-04-28-pier.md');
  assert.match(last, /### Crane - Cy Marsh/);
  assert.match(last, /\| Soon \| Brakes \|/);
  assert.doesNotMatch(last, /call the yard/);
  const until = runCommand(folder.path, [
    'new',
    '--today=2026-03-04',
    '--until=2026-05-30',
    '--json',
  ]);
  assert.deepEqual(
    [...until.output.matchAll(/"date":"([^"]*)"/g)].map(([, date]) => date),
    ['2026-05-12', '2026-05-26'],
  );
});

test('topics of a text become items of the agenda and headings', (context) => {
  const folder = temporaryFolder(context, {
    ...files,
    'agenda.txt': 'Agenda\n\n1. Fenders\n2. Paint\n',
  });
  const { code } = runCommand(folder.path, ['new', '--date=2026-03-18', '--agenda=agenda.txt']);
  assert.equal(code, 0);
  const text = folder.read('calls/2026/2026-03-18-pier.md');
  assert.match(text, /- News\n- Fenders\n- Paint\n/);
  assert.match(text, /### Fenders\n\n### Paint\n/);
});

test('topics come from the standard input, and keep what is nested below them', (context) => {
  const folder = temporaryFolder(context, {
    ...files,
    '.minutes/pier.md': template.replace('## Agenda\n\n- News\n\n', ''),
  });
  const args = ['new', '--date=2026-03-18', '--agenda=-'];
  const agenda = '## Agenda\n* Fenders\n   * which?\n* Paint\n\n## Links\n* one\n';
  const { code } = runCommand(folder.path, args, agenda);
  assert.equal(code, 0);
  const text = folder.read('calls/2026/2026-03-18-pier.md');
  assert.match(text, /### Fenders\n\n\* which\?\n\n### Paint\n$/);
});

test('topics that have no place in the template are named', (context) => {
  const folder = temporaryFolder(context, {
    '.minutes/pier.md': '---\nminutes-template: 1\nfiles: "*.md"\n---\n\n# Pier {date}\n',
    'agenda.txt': 'Fenders\nPaint\n',
  });
  const { code, errors } = runCommand(folder.path, [
    'new',
    '--date=2026-03-18',
    '--agenda=agenda.txt',
  ]);
  assert.equal(code, 0);
  assert.equal(
    errors,
    'minutes: the template has neither an agenda nor a section for topics; left out: Fenders, Paint\n',
  );
});

test('minutes that are there are never written over', (context) => {
  const folder = temporaryFolder(context, files);
  const again = runCommand(folder.path, ['new', '--date=2026-03-03']);
  assert.equal(again.code, 2);
  assert.match(
    again.errors,
    /minutes of 2026-03-03 already exist: calls\/2026\/2026-03-03-pier\.md/,
  );
  folder.write('calls/2026/2026-03-17-pier.md', 'mine');
  symlinkSync('/nowhere', join(folder.path, 'calls/2026/2026-03-31-pier.md'));
  const taken = runCommand(folder.path, ['new', '--date=2026-03-31']);
  assert.equal(taken.code, 2);
  assert.equal(
    taken.errors,
    'minutes: calls/2026/2026-03-31-pier.md: exists already; it was not changed\n',
  );
  assert.equal(folder.read('calls/2026/2026-03-17-pier.md'), 'mine');
});

test('nothing is written outside the template’s folder', (context) => {
  const folder = temporaryFolder(context, {
    'group/.minutes/pier.md': template
      .replace('"{date}-pier.md"', '"../{date}.md"')
      .replace('calls/**/*.md', '**'),
    'group/calls/a.md': '# A\n',
    'outside/x': '',
  });
  const leaving = runCommand(folder.path, ['new', 'group', '--today=2026-03-04']);
  assert.equal(leaving.code, 2);
  folder.write('group/.minutes/pier.md', template);
  symlinkSync(join(folder.path, 'outside'), join(folder.path, 'group/calls/2026'));
  mkdirSync(join(folder.path, 'unused'));
  const linked = runCommand(folder.path, [
    'new',
    'group',
    '--date=2026-03-04',
    '--today=2026-03-04',
  ]);
  assert.equal(existsSync(join(folder.path, 'outside/2026-03-04-pier.md')), false, linked.output);
});

test('without a template, or with several, the message says what to do', (context) => {
  const folder = temporaryFolder(context, { 'README.md': '# Nothing\n' });
  assert.equal(
    runCommand(folder.path, ['new']).errors,
    'error: there is no template in . or above: make one with “minutes init”\n',
  );
  folder.write('.minutes/pier.md', template);
  folder.write('.minutes/board.md', template.replace('calls', 'board'));
  assert.equal(
    runCommand(folder.path, ['new']).errors,
    'error: several templates apply; choose one with --template: board, pier\n',
  );
  assert.equal(runCommand(folder.path, ['new', '--template=board', '--date=2026-03-10']).code, 0);
});

test('a meeting that is not held has minutes that say so', (context) => {
  const folder = temporaryFolder(context, files);
  const made = runCommand(folder.path, ['new', '--date=2026-03-17', '--cancelled']);
  assert.equal(made.code, 0);
  assert.equal(
    folder.read('calls/2026/2026-03-17-pier.md'),
    '# Pier call March 17, 2026\n\nCancelled.\n',
  );
  assert.equal(
    runCommand(folder.path, ['check', '--today=2026-04-01', 'calls/2026/2026-03-17-pier.md']).code,
    0,
  );
});

test('drafts get the present sections, teams and leads, and keep what somebody wrote', (context) => {
  const folder = temporaryFolder(context, files);
  runCommand(folder.path, ['new', '--today=2026-03-04', '--count=2']);
  const path = 'calls/2026/2026-03-17-pier.md';
  folder.write(path, folder.read(path).replace('- [add updates here]', '- Painted the mast'));
  folder.write(
    '.minutes/pier.md',
    template
      .replace('leads: [Bo Reed]', 'leads: [Dee Moor]')
      .replace(
        '  - name: Tide Gauge',
        '  - name: Lights\n    leads: [Jo Field]\n  - name: Tide Gauge',
      )
      .replace('## Actions', '## Decisions\n\n## Actions'),
  );
  const before = folder.read(path);
  const preview = runCommand(folder.path, ['new', '--refresh', '--dry-run', '--today=2026-03-04']);
  assert.match(preview.output, /Insert section “Decisions”/);
  assert.equal(folder.read(path), before);
  const { code, output } = runCommand(folder.path, ['new', '--refresh', '--today=2026-03-04']);
  assert.equal(code, 0);
  assert.match(
    output,
    /2026-03-17[^]*Insert section “Decisions”[^]*Insert team “Lights”[^]*“Tide Gauge - Bo Reed” becomes “Tide Gauge - Dee Moor”/,
  );
  const after = folder.read(path);
  assert.match(
    after,
    /- Painted the mast[^]*### Lights - Jo Field[^]*### Tide Gauge - Dee Moor[^]*## Decisions/,
  );
  assert.match(after, /call the yard/);
  const again = runCommand(folder.path, ['new', '--refresh', '--today=2026-03-04']);
  assert.match(again.output, /All drafts are as they would be made today/);
});

test('a day may be in words, and what is wrong with it is said', (context) => {
  const folder = temporaryFolder(context, files);
  const day = (text: string): string => {
    const { code, output, errors } = runCommand(folder.path, [
      'new',
      `--date=${text}`,
      '--today=2026-03-05',
      '--dry-run',
    ]);
    return code === 0 ? (output.split('\n')[0] ?? '') : errors;
  };
  assert.equal(day('tomorrow'), 'calls/2026/2026-03-06-pier.md');
  assert.equal(day('next Tuesday'), 'calls/2026/2026-03-10-pier.md');
  assert.equal(day('30 Feb'), 'error: February 2027 has no day 30: it has 28 days.\n');
  assert.match(day('whenever'), /^error: “whenever” is not a day\./);
  assert.equal(
    day('2025-12-30'),
    'error: The template applies from Tuesday, January 6, 2026 on.\n',
  );
});

test('nothing is guessed where neither a schedule nor dates say when the next meeting is', (context) => {
  const folder = temporaryFolder(context, {
    '.minutes/talks.md': '---\nminutes-template: 1\nfiles: "*.md"\n---\n\n# Talk {date}\n',
  });
  const run = (...args: readonly string[]): string => {
    const { output, errors } = runCommand(folder.path, ['new', '--today=2026-03-05', ...args]);
    return output + errors;
  };
  const problem =
    'error: nothing says when the next meeting is: add “schedule” to the template, or name a day with --date\n';
  assert.equal(run('--until=2026-12-31'), problem);
  assert.equal(run(), '2026-03-05.md\n');
  assert.equal(run(), problem);
});

test('what is wrong with the only template is said', (context) => {
  const folder = temporaryFolder(context, {
    '.minutes/talks.md': '---\nminutes-template: 1\nfiles: "*.md"\n---\n\n# Talk {date:foo}\n',
  });
  const { errors } = runCommand(folder.path, ['new', '--today=2026-03-05']);
  assert.match(errors, /^error: \S*\.minutes\/talks\.md: “foo” means nothing in a date format/);
});

test('folders in the name’s pattern are below those of the glob', (context) => {
  const folder = temporaryFolder(context, {
    '.minutes/talks.md':
      '---\nminutes-template: 1\nfiles: "talks/**/*.md"\nfile-name: "{date:YYYY/MM-DD}.md"\nschedule: FREQ=WEEKLY;BYDAY=TU\n---\n\n# Talk {date}\n',
  });
  const made = (): string => runCommand(folder.path, ['new', '--today=2026-03-05']).output;
  assert.equal(made(), 'talks/2026/03-10.md\n');
  assert.equal(made(), 'talks/2026/03-17.md\n');
});

test('the day of the next meeting is there, a table that nobody filled in is not carried over, and the shape of an action makes way for actions', (context) => {
  const folder = temporaryFolder(context, {
    '.minutes/board.md': `---
minutes-template: 1
files: "*.md"
locale: de
schedule: FREQ=WEEKLY;BYDAY=TU
except: [2026-03-24]
---

# Runde {date}

Nächste Sitzung: {day:D. MMMM YYYY}

## Plan <!-- carry-over -->

| Wann? | Was? |
| --- | --- |
| Bald | |

## Aufgaben <!-- actions -->

- [ ] {person}: {text}

## Nächstes Treffen

{day:dddd, D. MMMM}, Hafen
`,
  });
  const made = (): string => runCommand(folder.path, ['new', '--today=2026-03-05']).output;
  assert.equal(made(), '2026-03-10.md\n');
  assert.equal(made(), '2026-03-17.md\n');
  const text = folder.read('2026-03-17.md');
  assert.match(text, /^Nächste Sitzung: 31\. März 2026$/m);
  assert.match(text, /## Nächstes Treffen\n\nDienstag, 31\. März, Hafen\n$/);
  assert.match(text, /- \[ \] \{person\}: \{text\}\n/);
  folder.write('2026-03-17.md', text.replace('- [ ] {person}: {text}', '- [ ] Bo: Rope'));
  assert.equal(made(), '2026-03-31.md\nCarried over from 2026-03-17.md:\n  Bo: Rope\n');
  assert.match(folder.read('2026-03-31.md'), /## Aufgaben\n\n- \[ \] Bo: Rope\n\n##/);
});

test('a schedule that has ended says so', (context) => {
  const template =
    '---\nminutes-template: 1\nfiles: "*.md"\nfile-name: "{date}.md"\nschedule: FREQ=WEEKLY;BYDAY=TU;UNTIL=20260301\n---\n\n# Talk {date}\n';
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    '.minutes/talk.md': template,
    '2026-02-24.md': '# Talk 2026-02-24\n',
  });
  const { code, errors } = runCommand(path, ['new', '--count', '2', '--today', '2026-03-05']);
  assert.equal(code, 2);
  assert.match(errors, /the schedule has no further meeting; name a day with --date/);
});

test('an optional section is there for the teams of the roster, where the template lists them nowhere else', (context) => {
  const made = (text: string): string => {
    const folder = temporaryFolder(context, { '.git/HEAD': '', '.minutes/pier.md': text });
    runCommand(folder.path, ['new', '--date=2026-03-17']);
    return folder.read('calls/2026-03-17-pier.md');
  };
  const optional = template.replace('## Teams', '## Teams <!-- optional -->');
  assert.match(made(optional), /## Teams\n\n### Crane - Ada Quill\n/);
  const elsewhere = optional.replace(
    '## Actions',
    '## Updates\n\n### {team} - {lead}\n\n## Actions',
  );
  assert.match(made(elsewhere), /## News\n\n## Updates\n\n### Crane - Ada Quill\n/);
});
