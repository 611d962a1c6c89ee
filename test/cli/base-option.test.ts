import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { checkMinutes } from '../../server/src/core/checking/check-minutes.ts';
import { parseMarkdown } from '../../server/src/core/markdown/parse-markdown.ts';
import { readTemplate } from '../../server/src/core/matching/matcher.ts';
import { readBaseline } from '../../server/src/core/meetings/baseline.ts';
import { noHistory } from '../../server/src/core/meetings/history.ts';
import { readMinutes } from '../../server/src/core/minutes/read-minutes.ts';
import { runCommand } from '../support/command-line.ts';
import { createRepository } from '../support/git-repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { before, branch, check, clobbered, date, path } from './harbour-branch.ts';
import { craneUpdate, harbourMinutes, harbourTemplate } from './harbour.ts';
import { readReport, rulesOf } from './json-output.ts';

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
  assert.equal(
    result.errors,
    'minutes: --base main-tip: this shallow clone lacks the merge base of main-tip and HEAD: deepen it with “git fetch --unshallow”, or “fetch-depth: 0” in the checkout step\n',
  );
});

const notCompared = '2 files checked: nothing found; some of it could not be done.\n';

test('an unknown revision, an option and the lack of a repository are reported', (context) => {
  const { folder } = branch(context);
  const base = (revision: string): ReturnType<typeof runCommand> =>
    runCommand(folder.path, ['check', `--base=${revision}`]);
  assert.equal(
    base('nonsense').errors,
    `minutes: --base nonsense: there is no commit nonsense in ${folder.path}: fetch it first\n`,
  );
  assert.equal(base('nonsense').code, 2);
  assert.equal(base('--output=/tmp/x').errors, 'error: “--output=/tmp/x” is not a revision\n');
  assert.equal(base('--output=/tmp/x').code, 2);
  const outside = temporaryFolder(context, {
    '.minutes/harbour.md': harbourTemplate,
    [path]: before,
  });
  const result = check(outside);
  assert.equal(result.code, 2);
  assert.equal(
    result.errors,
    `minutes: --base main: ${outside.path}/calls is not in a git repository\n`,
  );
  assert.equal(runCommand(outside.path, ['check', '--base=main']).output, notCompared);
});

test('before the first commit nothing can be lost for HEAD, the hook passes, and there is no branch', (context) => {
  const folder = temporaryFolder(context, {
    '.minutes/harbour.md': harbourTemplate,
    [path]: before,
  });
  createRepository(folder);
  for (const rule of [[], ['--rule=lost-update']]) {
    const head = runCommand(folder.path, ['check', '--base=HEAD', ...rule]);
    assert.deepEqual([head.code, head.errors], [0, '']);
  }
  for (const base of ['main', 'main~1']) {
    const { code, errors } = runCommand(folder.path, ['check', '--base', base]);
    assert.equal(code, 2);
    assert.ok(errors.startsWith(`minutes: --base ${base}: there is no commit ${base} in `), errors);
  }
});

test('a machine without git exits with 2 only where a version is asked for', (context) => {
  const { folder } = branch(context);
  folder.write(path, clobbered);
  const without = { ...process.env, PATH: folder.path };
  const asked = runCommand(folder.path, ['check', '--base', 'main'], '', without);
  assert.equal(asked.code, 2);
  assert.equal(
    asked.errors,
    `minutes: --base main: git can’t be asked about ${folder.path}/calls: git is not installed\n`,
  );
  const { code, output } = runCommand(folder.path, ['check', '--format=json'], '', without);
  assert.deepEqual(rulesOf(output), []);
  assert.equal(code, 0);
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

test('a version that a partial clone or a damaged repository lacks exits with 2 and says what to do', (context) => {
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

test('the words of git are reported if it doesn’t trust the folder', (context) => {
  const { folder } = branch(context);
  const environment = { ...process.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
  const { code, errors } = runCommand(folder.path, ['check', '--base', 'main'], '', environment);
  assert.equal(code, 2);
  assert.equal(
    errors,
    `minutes: --base main: git can’t be asked about ${folder.path}/calls: detected dubious ownership in repository at '${folder.path}'\n`,
  );
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
        const messages = readReport(output).files.flatMap((file) =>
          file.findings.map(({ message }) => message),
        );
        assert.deepEqual(messages, expected);
        assert.equal(code, expected.length > 0 ? 1 : 0);
        assert.equal(errors, '');
      });
    }
  }
}

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
