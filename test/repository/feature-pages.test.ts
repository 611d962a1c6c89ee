import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite, test } from 'node:test';
import { checkout } from '../../tools/checkout.ts';
import { featurePictures, picturesOf } from '../../tools/feature-pictures.ts';

const folder = join(checkout, 'docs/features');
const pages = globSync('*.md', { cwd: folder }).filter((page) => page !== 'README.md');
const index = readFileSync(join(folder, 'README.md'), 'utf8');
/** Full windows have about 30 KB. */
const mostBytes = 60_000;

suite('the page of each feature', () => {
  for (const page of pages) {
    test(`${page} has a picture, and is in the list of pages`, () => {
      assert.notDeepEqual(picturesOf(readFileSync(join(folder, page), 'utf8')), []);
      assert.ok(index.includes(`](${page})`));
    });
  }
});

suite('pictures', () => {
  const drawn = globSync('test/vscode/journeys/*.test.ts', { cwd: checkout }).flatMap((path) =>
    [...readFileSync(join(checkout, path), 'utf8').matchAll(/screenshot\('([^']+)'\)/g)].map(
      ([, name = '']) => name,
    ),
  );

  test('are those that pages refer to', () => {
    const files = globSync('*.png', { cwd: folder }).map((path) => basename(path, '.png'));
    assert.deepEqual(files.sort(), featurePictures());
  });

  test('are drawn by a journey', () => {
    assert.deepEqual(
      featurePictures().filter((name) => !drawn.includes(name)),
      [],
    );
  });

  test('are small', () => {
    const large = globSync('*.png', { cwd: folder }).filter(
      (path) => statSync(join(folder, path)).size > mostBytes,
    );
    assert.deepEqual(large, []);
  });
});
