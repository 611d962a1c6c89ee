import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { readReport, rulesOf, statesOf } from './json-output.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const claimed = { '.minutes/call.md': template };
const json = ['--format', 'json'];

test('two sections missing, one misspelled and one moved are four findings', (context) => {
  const { path } = temporaryFolder(context, { ...claimed, '2018-06-26.md': broken });
  const { code, output, errors } = runCommand(path, ['check', ...json]);
  assert.equal(code, 1);
  assert.equal(errors, '');
  assert.deepEqual(rulesOf(output), [
    'misplaced-section',
    'missing-section',
    'missing-section',
    'misspelled-section',
  ]);
});

test('a finding is reported on one line, with its place', (context) => {
  const { path } = temporaryFolder(context, {
    ...claimed,
    '.git/HEAD': '',
    'a/2018-06-26.md': broken,
  });
  const { code, output } = runCommand(path, ['check', 'a', '--rule', 'misspelled-section']);
  assert.equal(code, 1);
  assert.equal(
    output,
    'a/2018-06-26.md:11:4 warning misspelled-section “Descisions” should be “Decisions”\n' +
      '1 file checked: 1 warning; “minutes fix” repairs 1 of them.\n',
  );
});

test('JSON has the documented form', (context) => {
  const text = broken.replace('## Next steps\n\n- Ada buys rope.\n\n', '');
  const { path } = temporaryFolder(context, { ...claimed, '2018-06-26.md': text });
  const args = ['check', ...json, '--rule', 'misspelled-section', '2018-06-26.md'];
  assert.deepEqual(JSON.parse(runCommand(path, args).output), {
    version: 1,
    files: [
      {
        path: '2018-06-26.md',
        template: 'Call',
        state: 'checked',
        findings: [
          {
            rule: 'misspelled-section',
            severity: 'warning',
            message: '“Descisions” should be “Decisions”',
            range: {
              start: { line: 7, column: 4, offset: 41 },
              end: { line: 7, column: 14, offset: 51 },
            },
            fixes: [{ title: 'Rename to “Decisions”', safe: true }],
            related: [
              {
                path: '.minutes/call.md',
                range: {
                  start: { line: 13, column: 1, offset: 92 },
                  end: { line: 13, column: 13, offset: 104 },
                },
                message: '“Decisions” in the template',
              },
            ],
          },
        ],
      },
    ],
    summary: { files: 1, errors: 0, warnings: 1, informations: 0, hints: 0, fixable: 1 },
  });
});

test('sound minutes give 0, and the lowest severity decides what is shown and counts', (context) => {
  const extra = `${sound}\n## Small talk\n`;
  const { path } = temporaryFolder(context, { ...claimed, '2018-06-26.md': extra });
  const usual = runCommand(path, ['check']);
  assert.equal(usual.code, 0);
  assert.equal(
    usual.output,
    '2 files checked: nothing found; 1 finding below warning not shown.\n',
  );
  const all = runCommand(path, ['check', '--min-severity', 'hint']);
  assert.equal(all.code, 1);
  assert.match(all.output, /2018-06-26\.md:\d+:\d+ hint unexpected-section /);
  const errors = runCommand(path, ['check', '--min-severity', 'error', ...json]);
  assert.equal(errors.code, 0);
  assert.deepEqual(rulesOf(errors.output), []);
});

test('today and the profile decide what is a draft', (context) => {
  const text = sound.replace('- Rope', '- TBD');
  const { path } = temporaryFolder(context, { ...claimed, '2018-06-26.md': text });
  const codeOf = (...options: string[]): number | null =>
    runCommand(path, ['check', ...options]).code;
  assert.equal(codeOf('--today', '2018-06-27'), 1);
  assert.equal(codeOf('--today', '2018-06-26'), 0);
  assert.equal(codeOf('--today', '2018-06-26', '--profile', 'final'), 1);
  assert.equal(codeOf('--profile', 'draft'), 0);
});

test('folders are searched except hidden ones, node_modules and README files, which are not templates either', (context) => {
  const { path } = temporaryFolder(context, {
    ...claimed,
    '.minutes/README.md': '---\nfiles: "**/*.markdown"\n---\n# {team}\n',
    'README.md': '# Read me\n',
    'a/2018-06-26.md': sound,
    'a/b/2018-07-03.markdown': sound,
    'a/notes.txt': 'x',
    '.hidden/2018-06-26.md': sound,
    'node_modules/x/2018-06-26.md': sound,
  });
  const states = statesOf(runCommand(path, ['check', ...json, '.', 'a']).output);
  assert.deepEqual(states, {
    '.minutes/call.md': 'checked',
    'a/2018-06-26.md': 'checked',
    'a/b/2018-07-03.markdown': 'unclaimed',
  });
});

test('templates are looked for up to the root of the repository, else to the given path', (context) => {
  const files = { ...claimed, 'a/b/2018-06-26.md': broken };
  const outside = temporaryFolder(context, files);
  const stateOf = (folder: string, path: string): string | undefined =>
    statesOf(runCommand(folder, ['check', ...json, path]).output)[
      path.endsWith('.md') ? path : `${path}/b/2018-06-26.md`
    ];
  assert.equal(stateOf(outside.path, 'a'), 'unclaimed');
  assert.equal(stateOf(outside.path, 'a/b/2018-06-26.md'), 'unclaimed');
  const repository = temporaryFolder(context, { ...files, '.git/HEAD': '' });
  assert.equal(stateOf(repository.path, 'a'), 'checked');
  assert.equal(stateOf(repository.path, 'a/b/2018-06-26.md'), 'checked');
  const above = temporaryFolder(context, { ...files, 'a/.git/HEAD': '' });
  assert.equal(stateOf(above.path, 'a'), 'unclaimed');
});

test('a template is chosen by option: a file or a preset; README files stay out', (context) => {
  const { path } = temporaryFolder(context, {
    'call.md': template,
    'm/2018-06-26.md': broken,
    'm/README.md': '# Read me\n',
  });
  const byFile = runCommand(path, ['check', '--template', 'call.md', 'm', ...json]);
  assert.equal(rulesOf(byFile.output).length, 4);
  const byPreset = runCommand(path, ['check', '--template', 'runtime-pmc', 'm', ...json]);
  assert.deepEqual(
    readReport(byPreset.output).files.map(({ path: shown, template: name }) => [shown, name]),
    [['m/2018-06-26.md', 'runtime-pmc']],
  );
  assert.equal(runCommand(path, ['check', '--template', 'call.md', 'm/README.md']).code, 0);
});

test('the standard input is checked, by the path that it counts as', (context) => {
  const { path } = temporaryFolder(context, { ...claimed, 'a/x.md': '' });
  const named = ['check', '-', '--stdin-filename', 'a/2018-06-27.md', '--template'];
  const { code, output } = runCommand(path, [...named, '.minutes/call.md'], sound);
  assert.equal(code, 1);
  assert.match(output, /^a\/2018-06-27\.md:1:8 warning date-mismatch /);
  const nameless = runCommand(path, ['check', '-', '--template', '.minutes/call.md'], sound);
  assert.equal(nameless.code, 0);
  const unclaimed = runCommand(path, ['check', '-'], sound);
  assert.equal(unclaimed.code, 0);
  assert.equal(unclaimed.errors, 'minutes: -: no template claims it\n');
  assert.equal(runCommand(path, ['check', '-', 'a']).code, 2);
  assert.equal(runCommand(path, ['check', 'a', '--stdin-filename', 'b.md']).code, 2);
});

test('what is wrong with templates is reported, even from outside the given paths', (context) => {
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    '.minutes/call.md': template.replace('## News', '## News <!-- optionl -->'),
    'm/2018-06-26.md': sound,
  });
  const { code, output } = runCommand(path, ['check', 'm', ...json]);
  assert.equal(code, 1);
  assert.deepEqual(statesOf(output), {
    'm/2018-06-26.md': 'invalid-template',
    '.minutes/call.md': 'checked',
  });
  assert.deepEqual(rulesOf(output), ['invalid-template']);
});

test('who is claimed by several templates, or by an absent one, is not passed over', (context) => {
  const { path } = temporaryFolder(context, {
    '.minutes/call.md': template,
    '.minutes/talk.md': template,
    '2018-06-26.md': sound,
    '2018-07-03.md': `${sound}<!-- minutes-template: Talk -->\n`,
  });
  const { code, output, errors } = runCommand(path, ['check', ...json]);
  assert.equal(code, 2);
  assert.equal(statesOf(output)['2018-06-26.md'], 'ambiguous');
  assert.equal(
    errors,
    `minutes: 2018-06-26.md: several templates claim it: “Call” (${path}/.minutes/call.md), “Call” (${path}/.minutes/talk.md); choose one with --template or a modeline\nminutes: 2018-07-03.md: its modeline names the template “Talk”, which doesn’t exist\n`,
  );
});

test('minutes without an era are reported as such', (context) => {
  const { path } = temporaryFolder(context, {
    '.minutes/call.md': template.replace('files:', 'from: 2018-07-01\nfiles:'),
    '2018-06-26.md': sound,
  });
  const { code, output } = runCommand(path, ['check', ...json]);
  assert.equal(code, 0);
  assert.equal(statesOf(output)['2018-06-26.md'], 'no-era');
  assert.match(
    runCommand(path, ['check']).errors,
    /2018-06-26\.md: no template applies on 2018-06-26: “Call”/,
  );
});

test('minutes outside of all eras are noted in one line, with how many they are and their days', (context) => {
  const { path } = temporaryFolder(context, {
    '.minutes/call.md': template.replace('files:', 'from: 2018-07-01\nfiles:'),
    '2018-06-12.md': sound,
    '2018-06-19.md': sound,
    '2018-06-26.md': sound,
  });
  const { errors } = runCommand(path, ['check']);
  assert.equal(
    errors,
    `minutes: 3 files: no template applies on their days, 2018-06-12 to 2018-06-26: “Call” (${path}/.minutes/call.md)\n`,
  );
  assert.match(
    runCommand(path, ['check', '2018-06-12.md']).errors,
    /no template applies on 2018-06-12/,
  );
});

test('a relative link to nothing is reported within the repository', (context) => {
  const { path } = temporaryFolder(context, {
    'repository/.git/HEAD': '',
    'repository/.minutes/call.md': '---\nfiles: "calls/*.md"\n---\n# Call {date}\n',
    'repository/notes.md': '# Notes\n',
    'repository/calls/2018-06-26.md':
      '# Call 2018-06-26\n\n[a](../notes.md) [b](../plan.md) [c](../../plan.md)\n',
  });
  const { output } = runCommand(path, ['check', 'repository/calls/2018-06-26.md']);
  assert.match(
    output,
    /:3:18 warning malformed-link The linked file “\.\.\/plan\.md” doesn’t exist/,
  );
  assert.equal(output.match(/malformed-link/g)?.length, 1);
});

test('a rule that is named is shown whatever its severity, unless one is given', (t) => {
  const { path } = temporaryFolder(t, {
    '.minutes/call.md': template,
    '2018-06-26.md': `${sound}\n- Kettle\n* Cups\n`,
  });
  const named = runCommand(path, ['check', '--rule', 'mixed-list-markers']);
  assert.equal(named.code, 1);
  assert.match(named.output, /hint mixed-list-markers/);
  const graver = ['check', '--rule', 'mixed-list-markers', '--min-severity', 'warning'];
  assert.equal(runCommand(path, graver).code, 0);
  assert.equal(runCommand(path, ['check']).code, 0);
});

test('the summary counts what the JSON lists, whatever the lowest severity is', (context) => {
  const { path } = temporaryFolder(context, {
    ...claimed,
    '2018-06-26.md': broken,
    '2018-07-03.md': `${sound.replace('2018-06-26', '2018-07-03')}\n*\tMixed\n-\tmarkers\n`,
  });
  for (const severity of ['error', 'warning', 'information', 'hint']) {
    const options = ['check', '--min-severity', severity];
    const { summary } = readReport(runCommand(path, [...options, ...json]).output);
    const [told = ''] = runCommand(path, options).output.trimEnd().split('\n').slice(-1);
    const counts = { error: summary.errors, warning: summary.warnings, hint: summary.hints };
    for (const [name, count] of Object.entries(counts)) {
      const written = new RegExp(`\\b(\\d+) ${name}s?\\b(?! below)`).exec(told)?.[1];
      assert.equal(Number(written ?? 0), count, `${name} in: ${told}`);
    }
    const repairs = /“minutes fix” repairs (\d+) of them/.exec(told)?.[1];
    assert.equal(Number(repairs ?? 0), summary.fixable, told);
  }
});

test('a template with errors that --template names checks and fixes nothing', (context) => {
  const folder = temporaryFolder(context, {
    'call.md': template.replace('name: Call', 'files: [*.md]'),
    '2018-06-26.md': broken,
  });
  for (const command of ['check', 'fix']) {
    const result = runCommand(folder.path, [command, '--template', 'call.md', '2018-06-26.md']);
    assert.equal(result.code, 1);
    assert.match(result.output, /^call\.md:\d+:\d+ error invalid-template YAML reads “\*\.md”/);
    assert.equal(result.errors, 'minutes: 2018-06-26.md: its template has errors\n');
    assert.equal(folder.read('2018-06-26.md'), broken);
  }
});
