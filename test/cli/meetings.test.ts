import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const template = `---
minutes-template: 1
files: "notes.md"
roster:
  - name: Crane
    leads: [Robin Sand]
---

# Pier notes

How we meet.

# {date} <!-- meeting -->

## Teams

### {team} - {lead}

## Actions <!-- carry-over -->
`;

const meeting = (date: string, action: string): string =>
  `# ${date}\n\n## Teams\n\n### Crane - Robin Sand\n\n- Lifted ${action}\n\n## Actions\n\n- Paint ${action}\n`;

const head = '# Pier notes\n\nHow we meet.\n';

test('minutes new adds a meeting before the first where the newest is first', (t) => {
  const folder = start(t, ['2026-03-10', '2026-03-03']);
  const { code, output } = runCommand(folder.path, ['new', '.', '--date', '2026-03-17']);
  assert.equal(code, 0, output);
  assert.equal(output, 'notes.md\nCarried over from notes.md:\n  Actions\n');
  const text = folder.read('notes.md');
  assert.ok(
    text.startsWith(
      `${head}\n# 2026-03-17\n\n## Teams\n\n### Crane - Robin Sand\n\n## Actions\n\n- Paint 2026-03-10\n\n# 2026-03-10\n`,
    ),
    text,
  );
  assert.equal(runCommand(folder.path, ['check', '.']).code, 0);
});

test('minutes new adds a meeting at the end where the newest is last', (t) => {
  const folder = start(t, ['2026-03-03', '2026-03-10']);
  const { code } = runCommand(folder.path, ['new', '.', '--date', '2026-03-17']);
  assert.equal(code, 0);
  const dates = folder.read('notes.md').match(/^# \d{4}.*$/gm);
  assert.deepEqual(dates, ['# 2026-03-03', '# 2026-03-10', '# 2026-03-17']);
});

test('minutes new makes the file with what is before the first meeting', (t) => {
  const folder = temporaryFolder(t, { '.git/HEAD': '', '.minutes/notes.md': template });
  assert.equal(runCommand(folder.path, ['new', '.', '--date', '2026-03-17']).code, 0);
  assert.ok(folder.read('notes.md').startsWith(`${head}\n# 2026-03-17\n`));
});

test('a day that has a meeting is not made again', (t) => {
  const folder = start(t, ['2026-03-10']);
  const { code, errors } = runCommand(folder.path, ['new', '.', '--date', '2026-03-10']);
  assert.equal(code, 2);
  assert.match(errors, /minutes of 2026-03-10 already exist: notes\.md/);
});

test('minutes log lists what a team said in each meeting of the file', (t) => {
  const folder = start(t, ['2026-03-10', '2026-03-03']);
  const { output } = runCommand(folder.path, ['log', 'Crane', '.']);
  assert.match(output, /2026-03-10[^]*Lifted 2026-03-10/);
  assert.match(output, /2026-03-03[^]*Lifted 2026-03-03/);
});

test('a defect of one meeting is reported and repaired there', (t) => {
  const folder = start(t, ['2026-03-17', '2026-03-10', '2026-03-03']);
  folder.write(
    'notes.md',
    folder.read('notes.md').replace('\n## Actions\n\n- Paint 2026-03-10\n', ''),
  );
  const { output } = runCommand(folder.path, ['check', '.']);
  assert.match(output, /missing-section .*“Actions”/);
  runCommand(folder.path, ['fix', '.']);
  assert.match(folder.read('notes.md'), /- Lifted 2026-03-10\n\n## Actions\n\n# 2026-03-03/);
});

function start(t: TestContext, dates: readonly string[]): TemporaryFolder {
  const meetings = dates.map((date) => meeting(date, date));
  return temporaryFolder(t, {
    '.git/HEAD': '',
    '.minutes/notes.md': template,
    'notes.md': [head, ...meetings].join('\n'),
  });
}
