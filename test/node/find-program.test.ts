import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findProgram } from '../../server/src/node/find-program.ts';

test('a program is found in absolute folders of PATH alone', () => {
  const there = new Set(['/usr/bin/git', './git', 'bin/git', 'C:\\Git\\cmd\\git.EXE', 'git.EXE']);
  const isFile = (path: string): boolean => there.has(path);
  const find = (environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null =>
    findProgram('git', environment, isFile, platform);
  assert.equal(find({ PATH: '.:bin::/bin:/usr/bin' }, 'linux'), '/usr/bin/git');
  assert.equal(find({ PATH: '.:bin:' }, 'linux'), null);
  assert.equal(find({}, 'linux'), null);
  const windows = { Path: '.;;\\Git;C:\\Git\\cmd', PATHEXT: '.BAT;.CMD;.EXE' };
  assert.equal(find(windows, 'win32'), 'C:\\Git\\cmd\\git.EXE');
});
