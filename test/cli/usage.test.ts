import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { prettyFormat } from '../../server/src/cli/formats/pretty.ts';
import { runCommand } from '../support/command-line.ts';
import { broken, template } from './minutes-of-a-call.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');

test('the version is that of the package', () => {
  const manifest = readFileSync(`${root}/package.json`, 'utf8');
  const version = /^ {2}"version": "(.*)",$/m.exec(manifest)?.[1];
  const { code, output } = runCommand(root, ['--version']);
  assert.deepEqual([code, output], [0, `${version ?? ''}\n`]);
});

test('every command has its help', () => {
  for (const args of [['--help'], ['check', '--help'], ['fix', '--help'], ['explain', '--help']]) {
    const { code, output, errors } = runCommand(root, args);
    assert.equal(code, 0);
    assert.match(output, /^Usage: minutes /);
    assert.equal(errors, '');
  }
});

test('explain prints the page of a rule', () => {
  for (const id of ['missing-section', 'unknown-placeholder']) {
    const { code, output } = runCommand(root, ['explain', id]);
    assert.equal(code, 0);
    assert.equal(output, readFileSync(`${root}/docs/rules/${id}.md`, 'utf8'));
  }
});

test('a wrong command line is explained, with the word that was probably meant', (context) => {
  const { path } = temporaryFolder(context);
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /^Usage: minutes /],
    [['chek'], /unknown command 'chek'\n\(Did you mean check\?\)/],
    [['check', '--frmat', 'json'], /unknown option '--frmat'\n\(Did you mean --format\?\)/],
    [['check', '--format', 'jsn'], /Allowed choices are pretty, compact, json/],
    [['check', '--profile', 'x'], /Allowed choices are auto, draft, final/],
    [['check', '--min-severity', 'x'], /Allowed choices are error, warning, information, hint/],
    [['check', '--today', '2018-02-30'], /must be a date such as 2018-06-26/],
    [['check', '--rule', 'mising-section'], /did you mean “missing-section”\?/],
    [['check', '--template', 'runtime-pcm'], /did you mean “runtime-pmc”\?/],
    [['check', '--template', 'nothing-like-it'], /the presets are board-meeting, /],
    [['check', '--dry-run'], /unknown option '--dry-run'/],
    [['explain'], /name a rule, or a file with --file/],
    [['explain', 'mising-section'], /did you mean “missing-section”\?/],
    [['explain', 'missing-section', 'x'], /too many arguments/],
  ];
  for (const [args, message] of wrong) {
    const { code, output, errors } = runCommand(path, args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(output, '');
    assert.match(errors, message);
  }
});

test('severity and rule are colored where the terminal has colors', () => {
  const finding = {
    rule: 'missing-section',
    severity: 'warning' as const,
    message: 'Where is it?',
    range: { start: 0, end: 0 },
    related: [],
    fixes: [],
  };
  const report = {
    path: 'a.md',
    location: null,
    text: '',
    state: 'checked' as const,
    template: null,
    findings: [finding],
  };
  const run = {
    reports: [report],
    hidden: 0,
    known: 0,
    minimum: 'warning' as const,
    failed: false,
    version: '0.0.0',
    showPath: (path: string) => path,
    detail: {},
    request: { paths: [], options: [] },
  };
  const [line = ''] = prettyFormat({ ...run, hasColors: true }).split('\n');
  assert.equal(
    line,
    'a.md:1:1 \u001B[33mwarning\u001B[39m \u001B[2mmissing-section\u001B[22m Where is it?',
  );
  assert.match(
    prettyFormat({ ...run, hasColors: false }),
    /^a\.md:1:1 warning missing-section Where is it\?\n/,
  );
});

test('explain says why a file is checked as it is', (context) => {
  const { path } = temporaryFolder(context, {
    '.minutes/call.md': template,
    '2018-06-26.md': broken,
    'notes.txt': '',
  });
  const { code, output } = runCommand(path, ['explain', '--file', '2018-06-26.md']);
  assert.equal(code, 0);
  assert.match(output, /^Template: Call \(.*call\.md\), whose “files” has “\*\*\/\*\.md”$/m);
  assert.match(output, /^Date: 2018-06-26; the template holds always$/m);
  assert.match(
    output,
    /line 11 “Descisions”: line \d+ of the template, “Decisions”, though misspelled$/m,
  );
  assert.match(output, /absent: line \d+ of the template, “News”$/m);
  const unclaimed = runCommand(path, ['explain', '--file', 'notes.txt']);
  assert.equal(unclaimed.output, 'no template claims it\n');
});
