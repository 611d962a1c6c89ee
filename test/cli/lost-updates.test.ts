import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { readBaseline } from '../../server/src/core/meetings/baseline.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { runCommand } from '../support/command-line.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { craneUpdate, harbourMinutes, harbourTemplate } from './harbour.ts';
import { readReport, rulesOf } from './json-output.ts';

const date = '2018-06-26';
const path = `calls/${date}-harbour.md`;
const before = harbourMinutes({ date });
const clobbered = harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n`, gauge: '' });

/** A repository in which main has minutes, and a branch is checked out that begins there. */
function branch(context: TestContext): { folder: TemporaryFolder; repository: GitRepository } {
  const folder = temporaryFolder(context, {
    '.minutes/harbour.md': harbourTemplate,
    [path]: before,
  });
  const repository = createRepository(folder);
  repository.commit();
  repository.git('switch', '--quiet', '--create', 'crane');
  return { folder, repository };
}

function check(folder: TemporaryFolder, ...args: readonly string[]): ReturnType<typeof runCommand> {
  return runCommand(folder.path, ['check', '--format', 'json', '--base', 'main', ...args]);
}

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

test('a branch that is behind loses nothing of what main has gained', (context) => {
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

test('a merge whose one side removed text on purpose is none', (context) => {
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

test('who meant it says so in the commit or in .minutes/removed.yml', (context) => {
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

test('in a shallow clone without the merge base it exits with 2 and says how to deepen', (context) => {
  const { folder, repository } = branch(context);
  repository.git('switch', '--quiet', 'main');
  repository.commit('one more');
  repository.git('switch', '--quiet', 'crane');
  folder.write(path, clobbered);
  repository.commit();
  const clone = temporaryFolder(context);
  createRepository(clone).git(
    'fetch',
    '--quiet',
    '--depth=1',
    `file://${folder.path}`,
    'main:main-tip',
    'crane:crane-tip',
  );
  const { git } = createRepository(clone);
  git('switch', '--quiet', 'crane-tip');
  const result = runCommand(clone.path, ['check', '--base', 'main-tip']);
  assert.equal(result.code, 2);
  assert.match(result.errors, /shallow clone.*git fetch --unshallow/);
});

const notCompared = '2 files checked: nothing found; some of it could not be done.\n';

test('a revision that is none, an option, and no repository are told', (context) => {
  const { folder } = branch(context);
  const base = (revision: string): ReturnType<typeof runCommand> =>
    runCommand(folder.path, ['check', `--base=${revision}`]);
  assert.match(base('nonsense').errors, /there is no commit nonsense/);
  assert.equal(base('nonsense').code, 2);
  assert.match(base('--output=/tmp/x').errors, /is not a revision/);
  assert.equal(base('--output=/tmp/x').code, 2);
  const outside = temporaryFolder(context, {
    '.minutes/harbour.md': harbourTemplate,
    [path]: before,
  });
  const result = check(outside);
  assert.equal(result.code, 2);
  assert.match(result.errors, /is not in a git repository/);
  assert.equal(runCommand(outside.path, ['check', '--base=main']).output, notCompared);
});

test('before the first commit nothing can be lost, and the hook lets it pass', (context) => {
  const folder = temporaryFolder(context, {
    '.minutes/harbour.md': harbourTemplate,
    [path]: before,
  });
  createRepository(folder);
  const result = runCommand(folder.path, ['check', '--base=HEAD', '--rule=lost-update']);
  assert.deepEqual([result.code, result.errors], [0, '']);
  assert.equal(runCommand(folder.path, ['check', '--base=main~1']).code, 2);
});

test('a machine without git exits with 2 only where a version is asked for', (context) => {
  const { folder } = branch(context);
  folder.write(path, clobbered);
  const without = { ...process.env, PATH: folder.path };
  const asked = runCommand(folder.path, ['check', '--base', 'main'], '', without);
  assert.equal(asked.code, 2);
  assert.match(asked.errors, /git is not installed/);
  const { code, output } = runCommand(folder.path, ['check', '--format=json'], '', without);
  assert.deepEqual(rulesOf(output), []);
  assert.equal(code, 0);
});

test('a detached head and a binary version are no obstacle', (context) => {
  const { folder, repository } = branch(context);
  folder.write(path, new Uint8Array([0, 1, 2]));
  repository.commit('binary');
  repository.git('switch', '--quiet', '--detach');
  folder.write(path, clobbered);
  const overBinary = runCommand(folder.path, ['check', '--format', 'json', '--base', 'HEAD']);
  assert.deepEqual(rulesOf(overBinary.output), []);
  assert.deepEqual(rulesOf(check(folder).output), ['lost-update']);
});

test('in a rebase that stopped, the conflict is told first, then what its resolution lost', (context) => {
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

test('a text conversion of the repository is not run', (context) => {
  const { folder, repository } = branch(context);
  folder.write('.gitattributes', '*.md diff=evil filter=evil\n');
  repository.git('config', 'diff.evil.textconv', 'touch textconv-ran; cat');
  repository.git('config', 'filter.evil.smudge', 'touch filter-ran; cat');
  folder.write(path, clobbered);
  assert.deepEqual(rulesOf(check(folder).output), ['lost-update']);
  assert.equal(repository.git('status', '--porcelain', '--ignored').includes('-ran'), false);
});

test('where a partial clone or a damaged repository lacks a version, it exits with 2 and says what to do', (context) => {
  const { folder, repository } = branch(context);
  folder.write(path, clobbered);
  repository.commit();
  repository.git('config', 'uploadpack.allowFilter', 'true');
  const partial = temporaryFolder(context).path;
  repository.git(
    'clone',
    '--quiet',
    '--filter=blob:none',
    '--branch=crane',
    `file://${folder.path}`,
    `${partial}/clone`,
  );
  const blob = repository.git('rev-parse', `main:${path}`).trim();
  rmSync(`${folder.path}/.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`);
  for (const [where, base] of [
    [`${partial}/clone`, 'origin/main'],
    [folder.path, 'main'],
  ] as const) {
    const { code, errors } = runCommand(where, ['check', '--base', base]);
    assert.equal(code, 2, where);
    assert.match(errors, /can’t be read: .*; fetch the whole history first.*fetch-depth: 0/);
  }
});

test('where git does not trust the folder, its own words are told', (context) => {
  const { folder } = branch(context);
  const environment = { ...process.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
  const { code, errors } = runCommand(folder.path, ['check', '--base', 'main'], '', environment);
  assert.equal(code, 2);
  assert.match(errors, /git can’t be asked about .*: detected dubious ownership/);
});

/** What is done after main and a branch have the same minutes; what `--base HEAD` and `--base main` then find. */
const situations = {
  'an edit in the working tree': { commits: false, found: { HEAD: true, main: true } },
  'a commit': { commits: true, found: { HEAD: false, main: true } },
} as const;

for (const [name, { commits, found }] of Object.entries(situations)) {
  for (const base of ['HEAD', 'main'] as const) {
    for (const isLost of [true, false]) {
      test(`--base ${base} after ${name} that ${isLost ? 'loses' : 'keeps'} an update says what the rule says`, (context) => {
        const { folder, repository } = branch(context);
        const after = isLost
          ? clobbered
          : harbourMinutes({ date, crane: `${craneUpdate}- Ordered rope\n` });
        folder.write(path, after);
        if (commits) repository.commit();
        const expected = lostUpdates(found[base] ? before : after, after);
        assert.equal(expected.length > 0, isLost && found[base]);
        const { code, output, errors } = runCommand(folder.path, [
          'check',
          '--base',
          base,
          '--format',
          'json',
          '--rule',
          'lost-update',
        ]);
        const told = readReport(output).files.flatMap((file) =>
          file.findings.map(({ message }) => message),
        );
        assert.deepEqual(told, expected);
        assert.equal(code, expected.length > 0 ? 1 : 0);
        assert.equal(errors, '');
      });
    }
  }
}

test('before the first commit there is nothing to lose for HEAD, and no branch', (context) => {
  const folder = temporaryFolder(context, {
    '.minutes/harbour.md': harbourTemplate,
    [path]: before,
  });
  createRepository(folder);
  const head = runCommand(folder.path, ['check', '--base', 'HEAD']);
  assert.equal(head.code, 0);
  assert.equal(head.errors, '');
  const main = runCommand(folder.path, ['check', '--base', 'main']);
  assert.equal(main.code, 2);
  assert.match(main.errors, /^minutes: --base main: there is no commit main in /);
});

/** Returns what the rule itself says of minutes, given their earlier text. */
function lostUpdates(earlier: string, text: string): readonly string[] {
  const template = readTemplate(harbourTemplate, 'harbour.md');
  const findings = checkMinutes({
    minutes: readMinutes(parseMarkdown(text)),
    fileName: `${date}-harbour.md`,
    template,
    roster: null,
    today: '2030-01-01',
    profile: 'auto',
    severities: {},
    history: { ...noHistory, baselines: [readBaseline('committed', earlier, template)] },
  });
  return findings.filter(({ rule }) => rule === 'lost-update').map(({ message }) => message);
}
