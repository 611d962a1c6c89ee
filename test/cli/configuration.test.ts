import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { readReport, rulesOf, statesOf } from './json-output.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const json = ['check', '--format', 'json'];
const config = '.minutes/config.yml';

test('what .minutes/config.yml excludes is unclaimed, whether it is found or named', (context) => {
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    '.minutes/call.md': template,
    [config]: 'exclude: ["archive/**", "old", "!archive/2018-07-03.md"]\n',
    '2018-06-26.md': sound,
    'archive/2018-06-26.md': broken,
    'archive/2018-07-03.md': broken,
    'old/2018/2018-06-26.md': broken,
  });
  const states = {
    '.minutes/call.md': 'checked',
    '2018-06-26.md': 'checked',
    'archive/2018-06-26.md': 'unclaimed',
    'archive/2018-07-03.md': 'checked',
    'old/2018/2018-06-26.md': 'unclaimed',
  };
  assert.deepEqual(statesOf(runCommand(path, json).output), states);
  const named = runCommand(path, ['check', 'archive/2018-06-26.md']);
  assert.equal(named.code, 0);
  assert.equal(
    named.errors,
    'minutes: archive/2018-06-26.md: .minutes/config.yml excludes it by “archive/**”\n',
  );
  const chosen = runCommand(path, [...json, '--template', '.minutes/call.md', 'old']);
  assert.deepEqual(statesOf(chosen.output), { 'old/2018/2018-06-26.md': 'unclaimed' });
});

test('a severity is the built-in one, config.yml’s, the template’s, the option’s', (context) => {
  const folder = temporaryFolder(context, {
    '.minutes/call.md': template,
    '2018-06-26.md': broken.replace('## Descisions', '## Decisions'),
  });
  const missing = (...options: string[]): string[] =>
    readReport(runCommand(folder.path, [...json, '--min-severity', 'hint', ...options]).output)
      .files.flatMap(({ findings }) => findings)
      .filter(({ rule }) => rule === 'missing-section')
      .map(({ severity }) => severity);
  assert.deepEqual(missing(), ['warning', 'warning']);
  folder.write(config, 'severities:\n  missing-section: error\n');
  assert.deepEqual(missing(), ['error', 'error']);
  const ruled = template.replace('name: Call\n', 'name: Call\nrules:\n  missing-section: hint\n');
  folder.write('.minutes/call.md', ruled);
  assert.deepEqual(missing(), ['hint', 'hint']);
  assert.deepEqual(missing('--severity', 'missing-section=information'), [
    'information',
    'information',
  ]);
  assert.deepEqual(missing('--severity', 'missing-section=off'), []);
});

test('a severity that can’t be understood is a usage error', (context) => {
  const { path } = temporaryFolder(context, { '.minutes/call.md': template });
  const { code, errors } = runCommand(path, ['check', '--severity', 'missing-section=loud']);
  assert.equal(code, 2);
  assert.equal(
    errors,
    'error: “missing-section=loud” is not a rule and a severity, such as missing-lead=off\n',
  );
});

test('errors in config.yml are reported at their places, and the rest of it holds', (context) => {
  const { path } = temporaryFolder(context, {
    '.minutes/call.md': template,
    [config]: [
      'exclude: ["[a", "archive/**"]',
      'severities:',
      '  missing-section: loud',
      '  missing-lede: off',
      '  misspelled-section: off',
      'colour: red',
      '',
    ].join('\n'),
    'archive/2018-06-26.md': broken,
    '2018-06-26.md': broken,
  });
  const { code, output } = runCommand(path, ['check', '--format', 'compact']);
  assert.equal(code, 1);
  const lines = output.split('\n');
  assert.deepEqual(
    lines.filter((line) => line.includes('config.yml')).map((line) => line.replace(/ \[.*/, '')),
    [
      '.minutes/config.yml:1:11: error: The glob “[a” can’t be read: “[” has no “]”',
      '.minutes/config.yml:3:20: error: “missing-section” must be off, hint, information, warning or error',
      '.minutes/config.yml:4:3: error: There is no rule “missing-lede”',
      '.minutes/config.yml:6:1: error: Unknown key “colour”',
    ],
  );
  assert.ok(!lines.some((line) => line.startsWith('archive/')));
  assert.deepEqual(
    new Set(rulesOf(runCommand(path, [...json, '2018-06-26.md']).output)),
    new Set(['invalid-template', 'misplaced-section', 'missing-section']),
  );
});
