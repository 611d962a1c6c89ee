import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { suite, test, type TestContext } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { createRepository } from '../support/git-repository.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { readReport } from './json-output.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const files = {
  '.minutes/call.md': template,
  '.gitignore': 'build/\n*.tmp.md\n/private.md\n!kept.tmp.md\n',
  '2018-06-26.md': sound,
  'kept.tmp.md': sound,
  'lost.tmp.md': broken,
  'private.md': broken,
  'notes/private.md': sound,
  'notes/.gitignore': 'draft*.md\n',
  'notes/draft.md': broken,
  'build/a.md': broken,
  'notes/build/b.md': broken,
};

const looked = ['.minutes/call.md', '2018-06-26.md', 'kept.tmp.md', 'notes/private.md'];

/** PATHs on which git is, and is not. */
const environments = {
  'with git': process.env,
  'without git': { ...process.env, PATH: '/nowhere' },
};

function pathsOf(folder: string, args: readonly string[], environment = process.env): string[] {
  const { output } = runCommand(folder, ['check', '--format', 'json', ...args], '', environment);
  return readReport(output)
    .files.map(({ path }) => path)
    .sort();
}

function repository(t: TestContext): TemporaryFolder {
  const folder = temporaryFolder(t, files);
  createRepository(folder);
  return folder;
}

for (const [name, environment] of Object.entries(environments)) {
  suite(`what git ignores, ${name}`, () => {
    test('is neither checked nor fixed', (t) => {
      const folder = repository(t);
      assert.deepEqual(pathsOf(folder.path, [], environment), looked);
      runCommand(folder.path, ['fix', '--template', '.minutes/call.md'], '', environment);
      assert.equal(folder.read('build/a.md'), broken);
    });

    test('is checked where it is named, as a file or as a folder', (t) => {
      const { path } = repository(t);
      assert.deepEqual(pathsOf(path, ['lost.tmp.md'], environment), ['lost.tmp.md']);
      assert.deepEqual(pathsOf(path, ['build'], environment), ['build/a.md']);
      assert.deepEqual(pathsOf(path, ['notes'], environment), ['notes/private.md']);
    });

    test('is checked with --no-ignore', (t) => {
      const { path } = repository(t);
      const all = Object.keys(files).filter((file) => file.endsWith('.md'));
      assert.deepEqual(pathsOf(path, ['--no-ignore'], environment), all.sort());
    });

    test('in a repository within the repository is what that one ignores', (t) => {
      const folder = repository(t);
      folder.write('inner/.gitignore', 'gone.md\n');
      folder.write('inner/gone.md', broken);
      folder.write('inner/there.md', sound);
      folder.write('inner/private.md', sound);
      createRepository({ path: `${folder.path}/inner` });
      const inner = ['inner/private.md', 'inner/there.md'];
      assert.deepEqual(pathsOf(folder.path, [], environment), [...looked, ...inner].sort());
    });

    test('is nothing outside a repository', (t) => {
      const { path } = temporaryFolder(t, files);
      assert.equal(pathsOf(path, [], environment).length, 9);
    });
  });
}

test('what git tracks is checked, though a pattern would ignore it', (t) => {
  const folder = temporaryFolder(t, { '.minutes/call.md': template, 'kept.md': sound });
  const { commit } = createRepository(folder);
  commit();
  folder.write('.gitignore', '*.md\n');
  assert.deepEqual(pathsOf(folder.path, []), ['.minutes/call.md', 'kept.md']);
});

test('--exclude leaves out files and folders, and may be given more than once', (t) => {
  const { path } = temporaryFolder(t, files);
  const args = ['--exclude', 'build', '--exclude', '**/build/', '--exclude', '*.tmp.md'];
  assert.deepEqual(pathsOf(path, args), [
    '.minutes/call.md',
    '2018-06-26.md',
    'notes/draft.md',
    'notes/private.md',
    'private.md',
  ]);
  assert.deepEqual(pathsOf(path, ['kept.tmp.md', '--exclude', '*']), ['kept.tmp.md']);
});

test('links, pipes and devices that are passed over are reported', (t) => {
  const outside = temporaryFolder(t, { 'other.md': broken });
  const { path } = temporaryFolder(t, {
    '.minutes/call.md': template,
    'a.md': sound,
    'notes/b.md': sound,
  });
  createRepository({ path });
  symlinkSync(`${outside.path}/other.md`, `${path}/out.md`);
  symlinkSync('gone.md', `${path}/dangling.md`);
  symlinkSync(outside.path, `${path}/outside`);
  symlinkSync('notes', `${path}/inside`);
  symlinkSync('.', `${path}/loop`);
  symlinkSync('gone', `${path}/not-markdown`);
  symlinkSync('/dev/null', `${path}/device.md`);
  execFileSync('mkfifo', [`${path}/pipe.md`, `${path}/pipe`]);
  const { code, output, errors } = runCommand(path, ['check']);
  assert.equal(code, 0);
  assert.match(output, /^3 files checked: nothing found/);
  assert.equal(
    errors,
    'minutes: dangling.md: is a link that leads to nothing; it is passed over\n' +
      'minutes: device.md: is neither a file nor a folder; it is passed over\n' +
      'minutes: out.md: is a link that leads out of .; it is passed over\n' +
      'minutes: outside: is a link that leads out of .; it is passed over\n' +
      'minutes: pipe.md: is neither a file nor a folder; it is passed over\n',
  );
});

test('no program of the repository runs, neither from its settings nor beside the minutes', (t) => {
  const folder = repository(t);
  const { git } = createRepository(folder);
  const trap = `${folder.path}/trap`;
  const spring = `#!/bin/sh\ntouch '${folder.path}/sprung'\n`;
  mkdirSync(trap);
  for (const name of ['git', 'fsmonitor']) {
    writeFileSync(`${folder.path}/${name}`, spring);
    chmodSync(`${folder.path}/${name}`, 0o755);
  }
  git('config', 'core.fsmonitor', `${folder.path}/fsmonitor`);
  git('config', 'protocol.ext.allow', 'always');
  git('config', 'remote.evil.url', `ext::${folder.path}/fsmonitor`);
  git('config', 'remote.evil.promisor', 'true');
  git('config', 'extensions.partialClone', 'evil');
  git('config', 'core.repositoryFormatVersion', '1');
  const environment = { ...process.env, PATH: `.:${String(process.env.PATH)}` };
  for (const args of [
    ['check'],
    ['check', '--base', 'HEAD'],
    ['check', '--base', '0123456789012345678901234567890123456789'],
  ]) {
    runCommand(folder.path, args, '', environment);
    assert.throws(() => folder.read('sprung'), args.join(' '));
  }
});
