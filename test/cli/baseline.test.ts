import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { readReport, rulesOf } from './json-output.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const files = {
  '.git/HEAD': '',
  '.minutes/call.md': template,
  'a/2018-06-26.md': broken,
  'a/2018-07-03.md': sound.replace('06-26', '07-03'),
};
const baseline = '.minutes/baseline.json';

test('check leaves out what the baseline knows, and reports a rule of which there is more', (context) => {
  const folder = temporaryFolder(context, files);
  const { code, output } = runCommand(folder.path, ['baseline']);
  assert.equal(code, 0);
  assert.equal(output, '.minutes/baseline.json: findings: 4, files: 1\n');
  assert.deepEqual(JSON.parse(folder.read(baseline)), {
    version: 1,
    minSeverity: 'warning',
    files: {
      'a/2018-06-26.md': { 'misplaced-section': 1, 'missing-section': 2, 'misspelled-section': 1 },
    },
  });
  const known = runCommand(folder.path, ['check']);
  assert.equal(known.code, 0);
  assert.equal(known.errors, '');
  assert.equal(known.output, '3 files checked: nothing found; 4 known in the baseline.\n');
  folder.write('a/2018-06-26.md', broken.replace('## Agenda\n', '## Rope\n'));
  const more = runCommand(folder.path, ['check', '--format', 'json', 'a/2018-06-26.md']);
  assert.equal(more.code, 1);
  assert.deepEqual(rulesOf(more.output), Array(3).fill('missing-section'));
  assert.equal(
    rulesOf(runCommand(folder.path, ['check', '--no-baseline', '--format', 'json']).output).length >
      4,
    true,
  );
});

test('what is gone is reported, and taken out by --update, which adds nothing', (context) => {
  const folder = temporaryFolder(context, files);
  runCommand(folder.path, ['baseline']);
  folder.write('a/2018-06-26.md', broken.replace('Descisions', 'Decisions'));
  folder.write('a/2018-07-03.md', broken.replace('06-26', '07-03'));
  const stale = runCommand(folder.path, ['check']);
  assert.equal(
    stale.errors,
    'minutes: .minutes/baseline.json: 1 finding in it is gone; “minutes baseline --update” takes it out\n',
  );
  assert.equal(runCommand(folder.path, ['baseline', '--update']).code, 0);
  assert.deepEqual(JSON.parse(folder.read(baseline)), {
    version: 1,
    minSeverity: 'warning',
    files: { 'a/2018-06-26.md': { 'misplaced-section': 1, 'missing-section': 2 } },
  });
  assert.equal(runCommand(folder.path, ['check', 'a/2018-06-26.md']).errors, '');
  rmSync(join(folder.path, 'a/2018-06-26.md'));
  assert.equal(
    runCommand(folder.path, ['check']).errors,
    'minutes: .minutes/baseline.json: 3 findings in it are gone; “minutes baseline --update” takes them out\n',
  );
  runCommand(folder.path, ['baseline', '--update']);
  assert.deepEqual(readFiles(folder.read(baseline)), {});
});

test('a baseline that can’t be read fails the run, and hides nothing', (context) => {
  const folder = temporaryFolder(context, { ...files, [baseline]: '{"version": 2}\n' });
  const { code, output, errors } = runCommand(folder.path, ['check', '--format', 'json']);
  assert.equal(code, 2);
  assert.equal(errors, 'minutes: .minutes/baseline.json: is not a baseline of version 1\n');
  assert.equal(readReport(output).summary.warnings, 4);
  assert.equal(runCommand(folder.path, ['baseline']).code, 0);
  assert.equal(runCommand(folder.path, ['check']).code, 0);
});

test('there is nothing to update without a baseline', (context) => {
  const { path } = temporaryFolder(context, files);
  const { code, errors } = runCommand(path, ['baseline', '--update']);
  assert.equal(code, 2);
  assert.equal(errors, 'minutes: .minutes/baseline.json: does not exist\n');
});

function readFiles(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && 'files' in value ? value.files : null;
}
