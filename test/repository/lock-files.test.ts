import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { checkout } from '../../tools/checkout.ts';

/** The packages that a lock file pins, by the folder that each is installed in. */
type LockedPackages = Readonly<Record<string, unknown>>;

suite('lock files', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: checkout, encoding: 'utf8' });
  const paths = tracked.split('\n').filter((path) => path.endsWith('package-lock.json'));
  assert.ok(paths.length > 1);

  for (const path of paths) {
    test(`${path} pins every package for every platform`, () => {
      assert.deepEqual(unpinned(packagesOf(path)), []);
    });

    test(`${path} names no registry`, () => {
      const named = Object.values(packagesOf(path)).filter(
        (locked) => 'resolved' in recordOf(locked),
      );
      assert.deepEqual(named, []);
    });
  }

  test('a package that is left out is found', () => {
    const packages = {
      '': { dependencies: { a: '1.0.0' } },
      'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-mac': '1.0.0' } },
      'node_modules/a-linux': {},
    };
    assert.deepEqual(unpinned(packages), ['node_modules/a → a-mac']);
  });
});

function packagesOf(path: string): LockedPackages {
  const lock: unknown = JSON.parse(readFileSync(join(checkout, path), 'utf8'));
  return recordOf(recordOf(lock).packages);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** Lists the dependencies that npm would find at no place, each as `package → dependency`. */
function unpinned(packages: LockedPackages): readonly string[] {
  return Object.entries(packages).flatMap(([place, locked]) => {
    const { dependencies, optionalDependencies } = recordOf(locked);
    return Object.keys({ ...recordOf(dependencies), ...recordOf(optionalDependencies) })
      .filter((name) => !placesFor(place, name).some((path) => path in packages))
      .map((name) => `${place} → ${name}`);
  });
}

/** Returns where npm looks for a dependency of a package, the nearest first. */
function placesFor(place: string, name: string): readonly string[] {
  const above = place.split(/(?:^|\/)node_modules\//).slice(1);
  return [...above, ''].map((_, depth) =>
    [...above.slice(0, above.length - depth), name].map((part) => `node_modules/${part}`).join('/'),
  );
}
