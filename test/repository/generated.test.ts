import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { test } from 'node:test';
import { describeStale, staleFiles } from '../../server/src/codegen/generated-files.ts';
import { rules } from '../../server/src/core/checking/registry.ts';
import { runnerOf, suiteTable } from '../support/suite-table.ts';

const root = resolve(import.meta.dirname, '../..');
const ids = rules.map(({ id }) => id).sort();

test('generated files are current', async () => {
  assert.deepEqual(
    (await staleFiles(root)).map((file) => describeStale(file, root)),
    [],
  );
});

test('every rule has its module and its suite, and every module is in the registry', () => {
  const modules = globSync('server/src/core/rules/*.ts', { cwd: root })
    .filter((path) => /^export const \w+: .*Rule = \{$/m.test(read(path)))
    .map((path) => basename(path, '.ts'));
  const problems = [
    ...modules
      .filter((id) => !ids.includes(id))
      .map((id) => `server/src/core/checking/registry.ts lacks ${id}`),
    ...ids
      .filter((id) => !modules.includes(id))
      .map((id) => `server/src/core/rules/${id}.ts is missing`),
    ...ids.flatMap((id) => problemOfSuite(`test/rules/${id}.md`, id)),
  ];
  assert.deepEqual(problems, []);
});

test('every suite is run by a test file', () => {
  const suites = globSync('{test/*,docs/rules}/*.md', { cwd: root });
  assert.deepEqual(
    suites.filter((path) => !path.endsWith('README.md') && runnerOf(path) === null),
    [],
    'test/support/suite-table.ts says what checks a suite',
  );
  assert.deepEqual(
    Object.keys(suiteTable).filter((runner) => !existsSync(`${root}/${runner}`)),
    [],
  );
});

function problemOfSuite(path: string, id: string): readonly string[] {
  if (!existsSync(`${root}/${path}`)) return [`${path} is missing`];
  const text = read(path);
  if (!text.startsWith(`# ${id}\n`)) return [`${path} doesn't begin with “# ${id}”`];
  return text.includes(`${id}: `) ? [] : [`${path} has no finding of ${id}`];
}

function read(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8');
}
