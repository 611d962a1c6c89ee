import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { scratchFolder } from '../../tools/checkout.ts';
import { installPackages } from '../../tools/install-packages.mjs';

/** Stands for npm: writes down its arguments, and fails where a file says so. */
const fakeNpm = `
  const { appendFileSync, existsSync } = require('node:fs');
  appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
  if (existsSync('broken')) process.exit(7);
`;

suite('install packages', () => {
  let folder: string;
  const npm = process.env.npm_execpath;

  beforeEach(() => {
    folder = scratchFolder();
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    process.env.npm_execpath = join(folder, 'npm-cli.js');
    writeFileSync(process.env.npm_execpath, fakeNpm);
  });

  afterEach(() => {
    if (npm === undefined) delete process.env.npm_execpath;
    else process.env.npm_execpath = npm;
  });

  function calls(): readonly string[] {
    const file = join(folder, 'calls');
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  }

  test('runs no install script of a package', () => {
    installPackages(folder, 'nothing');
    assert.equal(calls().length, 1);
    assert.match(calls().join(), /^ci .*--ignore-scripts/);
  });

  test('installs once for each state of the lock file', () => {
    installPackages(folder, 'nothing');
    installPackages(folder, 'nothing');
    assert.equal(calls().length, 1);
    writeFileSync(join(folder, 'package-lock.json'), '{ }');
    installPackages(folder, 'nothing');
    assert.equal(calls().length, 2);
  });

  test('says what failed, and tries again next time', () => {
    writeFileSync(join(folder, 'broken'), '');
    const install = (): void => {
      installPackages(folder, 'nothing');
    };
    assert.throws(install, /"npm ci .*" failed in .*check the connection/);
    assert.throws(install, /"npm ci .*" failed/);
    assert.equal(calls().length, 2);
  });
});
