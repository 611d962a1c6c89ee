import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { branch, check, clobbered, date, path } from './harbour-branch.ts';
import { craneUpdate, harbourMinutes } from './harbour.ts';
import { rulesOf } from './json-output.ts';

test('an update that a branch wiped out is a finding, committed or not', (context) => {
  const { folder, repository } = branch(context);
  folder.write(path, clobbered);
  const working = check(folder);
  assert.deepEqual(rulesOf(working.output), ['lost-update']);
  assert.equal(working.code, 1);
  repository.commit();
  assert.deepEqual(rulesOf(check(folder).output), ['lost-update']);
  assert.deepEqual(rulesOf(runCommand(folder.path, ['check', '--format', 'json']).output), []);
});

test('“fix --all” brings the update back to the byte, in the file’s line ending', (context) => {
  const { folder } = branch(context);
  const withRope = harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n` });
  folder.write(path, clobbered.replaceAll('\n', '\r\n'));
  const { code } = runCommand(folder.path, [
    'fix',
    '--all',
    '--rule',
    'lost-update',
    '--base',
    'main',
  ]);
  assert.equal(code, 0);
  assert.equal(folder.read(path), withRope.replaceAll('\n', '\r\n'));
});

test('a branch that main is ahead of loses nothing of what main has gained', (context) => {
  const { folder, repository } = branch(context);
  folder.write(path, harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n` }));
  repository.commit();
  repository.git('switch', '--quiet', 'main');
  folder.write(path, harbourMinutes({ date, gauge: '- Everything is new\n' }));
  repository.commit();
  repository.git('switch', '--quiet', 'crane');
  const { code, output } = check(folder);
  assert.deepEqual(rulesOf(output), []);
  assert.equal(code, 0);
});

test('a merge that drops what one of its parents has is a finding', (context) => {
  const { folder, repository } = branch(context);
  folder.write(path, harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n` }));
  repository.commit();
  repository.git('switch', '--quiet', 'main');
  folder.write(path, harbourMinutes({ date, gauge: '- The gauge is broken\n' }));
  repository.commit();
  repository.git('switch', '--quiet', 'crane');
  repository.git('merge', '--quiet', '--no-commit', 'main');
  folder.write(path, harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n`, gauge: '' }));
  repository.commit('merge');
  assert.deepEqual(rulesOf(check(folder).output), ['lost-update']);
});

test('a merge with a side that removed text on purpose is not a finding', (context) => {
  const { folder, repository } = branch(context);
  folder.write(path, harbourMinutes({ date, gauge: '- Read the level every hour\n' }));
  repository.commit();
  repository.git('switch', '--quiet', 'main');
  const news = harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n` });
  folder.write(path, news);
  repository.commit();
  repository.git('switch', '--quiet', 'crane');
  repository.git('merge', '--quiet', '--no-commit', '--strategy-option=theirs', 'main');
  folder.write(
    path,
    harbourMinutes({
      date,
      crane: `${craneUpdate}- Ordered rope\n`,
      gauge: '- Read the level every hour\n',
    }),
  );
  repository.commit('merge');
  const { output } = runCommand(folder.path, ['check', '--format', 'json', '--base', 'main']);
  assert.deepEqual(rulesOf(output), []);
});

test('a renamed file is compared with its old name', (context) => {
  const { folder, repository } = branch(context);
  repository.git('mv', path, 'calls/2018-06-27-harbour.md');
  folder.write('calls/2018-06-27-harbour.md', clobbered.replace(date, '2018-06-27'));
  repository.commit();
  assert.deepEqual(rulesOf(check(folder).output), ['lost-update']);
});

test('an intentional removal is named in the commit or in .minutes/removed.yml', (context) => {
  const { folder, repository } = branch(context);
  folder.write(path, clobbered);
  folder.write(
    '.minutes/removed.yml',
    `removed:\n  - minutes: "${path}"\n    part: "Tide Gauge"\n`,
  );
  assert.deepEqual(rulesOf(check(folder).output), []);
  folder.write('.minutes/removed.yml', 'removed: []\n');
  assert.deepEqual(rulesOf(check(folder).output), ['lost-update']);
  repository.commit('Drop the gauge\n\nMinutes-Removed: Tide Gauge');
  assert.deepEqual(rulesOf(check(folder).output), []);
});

test('errors in .minutes/removed.yml are reported at their places, and the rest of it holds', (context) => {
  const { folder } = branch(context);
  folder.write(path, clobbered);
  const noted = `removed:\n  - minutes: "${path}"\n    part: "Tide Gauge"\n`;
  const compact = ['check', '--format', 'compact', '--base', 'main'];
  folder.write(
    '.minutes/removed.yml',
    `${noted}  - minutes: 7\n    part: Crane\n  - minutes: a.md\nremove: yes\n`,
  );
  const { code, output } = runCommand(folder.path, compact);
  assert.equal(code, 1);
  assert.deepEqual(
    output.split('\n').filter((line) => / (?:error|warning): /.test(line)),
    [
      '.minutes/removed.yml:4:14: error: “minutes” must be a path such as "2018/2018-06-26-call.md" [invalid-template]',
      '.minutes/removed.yml:6:5: error: Each of “removed” must be the minutes, the part and the text that was removed [invalid-template]',
      '.minutes/removed.yml:7:1: error: Unknown key “remove”: did you mean “removed”? [invalid-template]',
    ],
  );
  folder.write('.minutes/removed.yml', 'removed: [*x]\n');
  assert.deepEqual(
    new Set(rulesOf(check(folder).output)),
    new Set(['invalid-template', 'lost-update']),
  );
  folder.write('.minutes/removed.yml', new Uint8Array([0xff, 0xfe, 0xff]));
  const unreadable = runCommand(folder.path, compact);
  assert.equal(unreadable.code, 2);
  assert.match(unreadable.errors, /^minutes: \.minutes\/removed\.yml: /m);
});

test('a detached head and a binary version don’t get in the way', (context) => {
  const { folder, repository } = branch(context);
  folder.write(path, new Uint8Array([0, 1, 2]));
  repository.commit('binary');
  repository.git('switch', '--quiet', '--detach');
  folder.write(path, clobbered);
  const overBinary = runCommand(folder.path, ['check', '--format', 'json', '--base', 'HEAD']);
  assert.deepEqual(rulesOf(overBinary.output), []);
  assert.deepEqual(rulesOf(check(folder).output), ['lost-update']);
});

test('in a stopped rebase, the conflict is reported first, then what its resolution lost', (context) => {
  const { folder, repository } = branch(context);
  folder.write(path, harbourMinutes({ date, crane: '- Ordered rope\n' }));
  repository.commit();
  repository.git('switch', '--quiet', 'main');
  folder.write(path, harbourMinutes({ date, crane: '- Sold the jib\n' }));
  repository.commit();
  repository.git('switch', '--quiet', 'crane');
  assert.throws(() => repository.git('rebase', '--quiet', 'main'), /could not apply/);
  const [stopped, resolved] = [folder.read(path), harbourMinutes({ date, crane: '' })];
  assert.deepEqual(rulesOf(check(folder).output), ['conflict-marker']);
  folder.write(path, stopped.replace(/^<{7}[^]*^>{7}.*\n/m, ''));
  assert.equal(folder.read(path), resolved);
  assert.deepEqual(rulesOf(check(folder).output), ['lost-update']);
  repository.git('rebase', '--abort');
  assert.deepEqual(rulesOf(check(folder).output), []);
});
