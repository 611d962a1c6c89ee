import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { test } from 'node:test';
import { staleFiles } from '../../server/src/codegen/generated-files.ts';
import { rules } from '../../server/src/core/checking/registry.ts';

const root = resolve(import.meta.dirname, '../..');
const ids = rules.map(({ id }) => id).sort();

test('generated files are current; npm run generate makes them so', async () => {
  assert.deepEqual(
    (await staleFiles(root)).map(({ path }) => path),
    [],
  );
});

test('every rule has its module, and its module is in the registry', () => {
  const modules = globSync('server/src/core/rules/*.ts', { cwd: root }).filter((path) =>
    /: (?:Minutes|Piece|Template)Rule(?: & PieceRule)? = /.test(
      readFileSync(`${root}/${path}`, 'utf8'),
    ),
  );
  assert.deepEqual(modules.map((path) => basename(path, '.ts')).sort(), ids);
});

test('every rule has a suite that is about it', () => {
  const suites = globSync('test/rules/*.md', { cwd: root });
  const about = suites.filter((path) => {
    const id = basename(path, '.md');
    const text = readFileSync(`${root}/${path}`, 'utf8');
    return text.startsWith(`# ${id}\n`) && text.includes(`${id}: `);
  });
  assert.deepEqual(about.map((path) => basename(path, '.md')).sort(), ids);
});
