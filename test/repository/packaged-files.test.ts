import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';
import { rules } from '../../server/src/core/checking/registry.ts';
import { checkout, scratchFolder } from '../../tools/checkout.ts';
import { packPrograms } from '../../tools/package-programs.ts';
import manifest from '../../package.json' with { type: 'json' };

suite('packaged extension', async () => {
  const files = await listFiles({ cwd: checkout, packageManager: PackageManager.None });

  test('has every file that its manifest names', () => {
    const named = JSON.stringify([manifest.main, manifest.browser, manifest.contributes]);
    const paths = [...named.matchAll(/"\.\/([^"]+)"/g)].map(([, path = '']) => path);
    assert.ok(paths.length > 2);
    assert.deepEqual(
      paths.filter((path) => !files.includes(path)),
      [],
    );
  });

  test('has the page of every rule, and both servers', () => {
    const expected = [
      ...rules.map(({ id }) => `docs/rules/${id}.md`),
      'server/dist/minutes-language-server.js',
      'server/dist/language-server.cjs',
      'server/dist/package.json',
      'server/dist/browser/server.js',
      'server/dist/third-party-notices.txt',
    ];
    assert.deepEqual(
      expected.filter((path) => !files.includes(path)),
      [],
    );
  });

  test('has neither sources nor tests', () => {
    assert.deepEqual(
      files.filter((path) => /\.(ts|map)$|^test\/|node_modules/.test(path)),
      [],
    );
  });
});

suite('package of the programs', () => {
  test('installs the programs alone, and they run', { timeout: 60_000 }, () => {
    const folder = scratchFolder();
    const archive = packPrograms(folder);
    const installing = ['install', '--ignore-scripts', '--offline', '--no-audit', '--no-fund'];
    execFileSync('npm', [...installing, '--prefix', folder, archive]);
    const packages = join(folder, 'node_modules');
    const { name, bin, version } = manifest;
    assert.deepEqual(
      readdirSync(packages).filter((entry) => !entry.startsWith('.')),
      [name],
    );
    assert.ok(sizeOf(packages) < mostBytes);
    for (const path of Object.values(bin)) {
      const run = execFileSync(process.execPath, [join(packages, name, path), '--version']);
      assert.equal(run.toString(), `${version}\n`);
    }
  });
});

/** The programs and their notices have about 3 MB. */
const mostBytes = 8_000_000;

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((bytes, { parentPath, name }) => bytes + statSync(join(parentPath, name)).size, 0);
}
