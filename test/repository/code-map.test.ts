import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkout } from '../../tools/checkout.ts';

const [, map = ''] = /^## Code map\n([^]*?)^## /m.exec(read('docs/architecture.md')) ?? [];

/** The folders in the first column of the map; one after a comma is beside the one before it. */
const mapped = [...map.matchAll(/^\| (`[^|]*`) *\|/gm)].flatMap(([, cell = '']) => {
  const [first = '', ...others] = [...cell.matchAll(/`([^`]+)\/`/g)].map(([, path = '']) => path);
  const beside = others.map((name) => join(first, '..', name).replaceAll('\\', '/'));
  return [first, ...(first === 'syntaxes' ? others : beside)];
});

test('the code map has every folder of the sources, and no other', () => {
  const folders = globSync(['server/src/*/', 'server/src/core/*/'], { cwd: checkout })
    .map((path) => path.replaceAll('\\', '/').replace(/\/$/, ''))
    .filter((path) => path !== 'server/src/core' && !/\.\w+$/.test(path));
  assert.deepEqual(
    folders.filter((path) => !mapped.includes(path)),
    [],
    'docs/architecture.md lacks folders',
  );
  assert.deepEqual(
    mapped.filter((path) => !existsSync(join(checkout, path))),
    [],
    'docs/architecture.md has folders that don’t exist',
  );
});

test('files that the pages for contributors name exist', () => {
  const pages = ['architecture', 'contributing', 'style'].map((name) => `docs/${name}.md`);
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(/`([\w./-]+\.(?:ts|mjs))`/g)]
      .map(([, path = '']) => path)
      .filter((path) => globSync(`{,**/}${path}`, options).length === 0)
      .map((path) => `${page}: ${path}`),
  );
  assert.deepEqual(missing, []);
});

const options = {
  cwd: checkout,
  exclude: ['**/node_modules/**', '**/dist/**', '.cache/**', 'build/**'],
};

function read(path: string): string {
  return readFileSync(join(checkout, path), 'utf8');
}
