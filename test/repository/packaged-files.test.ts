import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { listFiles, PackageManager } from '@vscode/vsce';
import { rules } from '../../server/src/core/checking/registry.ts';
import { checkout, scratchFolder } from '../../tools/checkout.ts';
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
  test('has all that they need to run', { timeout: 60_000 }, () => {
    const folder = scratchFolder();
    const packing = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
    const archive = execFileSync('npm', packing, { cwd: checkout, encoding: 'utf8' }).trim();
    execFileSync('tar', ['-xzf', archive], { cwd: folder });
    for (const path of Object.values(manifest.bin)) {
      const run = execFileSync(process.execPath, [join(folder, 'package', path), '--version']);
      assert.equal(run.toString(), `${manifest.version}\n`);
    }
  });
});
