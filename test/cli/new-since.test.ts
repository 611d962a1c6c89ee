import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { rulesOf } from './json-output.ts';
import { broken, template } from './minutes-of-a-call.ts';

/** A repository whose main branch has minutes with four findings, and a branch that begins there. */
function branch(context: TestContext): { folder: TemporaryFolder; repository: GitRepository } {
  const folder = temporaryFolder(context, {
    '.minutes/call.md': template,
    '2018-06-26.md': broken,
  });
  const repository = createRepository(folder);
  repository.commit();
  repository.git('switch', '--quiet', '--create', 'next');
  return { folder, repository };
}

function check(folder: TemporaryFolder, ...args: readonly string[]): ReturnType<typeof runCommand> {
  return runCommand(folder.path, ['check', '--format', 'json', '--new-since', 'main', ...args]);
}

test('what main had already is left out, also after its lines moved', (context) => {
  const { folder } = branch(context);
  assert.deepEqual([check(folder).code, rulesOf(check(folder).output)], [0, []]);
  folder.write('2018-06-26.md', broken.replace('- Rope\n', '- Rope\n- Paint\n- Oil\n\nMore.\n'));
  assert.deepEqual([check(folder).code, rulesOf(check(folder).output)], [0, []]);
});

test('what is new in an old file or in a new one is reported', (context) => {
  const { folder, repository } = branch(context);
  folder.write('2018-06-26.md', broken.replace('- We buy rope.', '- See [the plan]().'));
  folder.write('2018-07-03.md', broken.replace('06-26', '07-03'));
  const found = [
    'malformed-link',
    'misplaced-section',
    'missing-section',
    'missing-section',
    'misspelled-section',
  ];
  assert.deepEqual(rulesOf(check(folder).output), found);
  repository.commit();
  assert.deepEqual(rulesOf(check(folder).output), found);
});

test('one more of the same kind is new', (context) => {
  const { folder } = branch(context);
  folder.write('2018-06-26.md', broken.replace('- We buy rope.', '- [a]()'));
  assert.deepEqual(rulesOf(check(folder).output), ['malformed-link']);
});

test('a renamed file is compared with its old name', (context) => {
  const { folder, repository } = branch(context);
  repository.git('mv', '2018-06-26.md', 'call-2018-06-26.md');
  repository.commit();
  assert.deepEqual(rulesOf(check(folder).output), []);
});

test('today’s template judges both versions: what it newly asks of all is not new', (context) => {
  const { folder } = branch(context);
  folder.write('.minutes/call.md', `${template}\n## Guests\n`);
  assert.deepEqual(rulesOf(check(folder).output), []);
});

test('a revision that is not there fails the run, and everything is reported', (context) => {
  const { folder } = branch(context);
  const { code, output, errors } = runCommand(folder.path, [
    'check',
    '--format',
    'json',
    '--new-since',
    'origin/main',
  ]);
  assert.equal(code, 2);
  assert.equal(rulesOf(output).length, 4);
  assert.equal(
    errors,
    `minutes: --new-since origin/main: there is no commit origin/main in ${folder.path}: fetch it first\n`,
  );
});
