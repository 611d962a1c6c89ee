import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { Validator } from '@cfworker/json-schema';
import { parse } from 'junit2json';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { broken, sound, template } from './minutes-of-a-call.ts';

const claimed = { '.minutes/call.md': template };

/** Checks the broken minutes, and returns what is written in a format. */
function report(
  context: TestContext,
  format: string,
  files: Readonly<Record<string, string>>,
): string {
  const { path } = temporaryFolder(context, { ...claimed, ...files });
  const { output, errors } = runCommand(path, ['check', '--format', format]);
  assert.equal(errors, '');
  return output;
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}

function recordsIn(value: unknown): readonly Record<string, unknown>[] {
  assert.ok(Array.isArray(value));
  return value.filter(isRecord);
}

suite('SARIF', () => {
  const path = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
  const schema = parseJson(readFileSync(createRequire(import.meta.url).resolve(path), 'utf8'));
  assert.ok(isRecord(schema));
  const validator = new Validator(schema, '4', false);

  function resultsOf(log: string): readonly Record<string, unknown>[] {
    const parsed = parseJson(log);
    assert.deepEqual(validator.validate(parsed).errors, []);
    assert.ok(isRecord(parsed));
    const [run] = recordsIn(parsed.runs);
    return recordsIn(run?.results);
  }

  test('is valid, and refers to the rules that it describes', (context) => {
    const results = resultsOf(report(context, 'sarif', { '2018-06-26.md': broken }));
    assert.deepEqual(results.map(({ ruleId }) => ruleId).sort(), [
      'misplaced-section',
      'missing-section',
      'missing-section',
      'misspelled-section',
    ]);
  });

  test('the schema refuses a wrong log', () => {
    assert.equal(validator.validate({ version: '2.1.0', runs: [{ results: 1 }] }).valid, false);
  });

  test('moved lines keep their fingerprints; each finding has its own', (context) => {
    const files = { '2018-06-26.md': broken };
    const moved = { '2018-06-26.md': broken.replace('- Rope', '- Rope\n- Paint\n\nMore.') };
    const before = resultsOf(report(context, 'sarif', files)).map(fingerprintOf);
    const after = resultsOf(report(context, 'sarif', moved)).map(fingerprintOf);
    assert.equal(new Set(before).size, 4);
    assert.deepEqual(after.sort(), before.sort());
  });

  function fingerprintOf({ partialFingerprints }: Record<string, unknown>): unknown {
    assert.ok(isRecord(partialFingerprints));
    return partialFingerprints['minutesFinding/v1'];
  }
});

test('JUnit has a suite for each file, which another program reads', async (context) => {
  const xml = report(context, 'junit', {
    '2018-06-26.md': broken,
    '2018-07-03.md': sound.replace('06-26', '07-03'),
  });
  const suites = await parse(xml);
  assert.ok(suites !== null && suites !== undefined && 'testsuite' in suites);
  assert.deepEqual(
    suites.testsuite?.map(({ name, tests, failures }) => [name, tests, failures]),
    [
      ['2018-06-26.md', 4, 4],
      ['2018-07-03.md', 1, 0],
      ['.minutes/call.md', 1, 0],
    ],
  );
});

/** What a workflow command is (GitHub's runner, `ActionCommand`): `::name key=value,…::data`. */
const command = /^::(?<name>error|warning|notice) (?<properties>[^\r\n:]*)::(?<data>[^\r\n]*)$/;

suite('GitHub annotations', () => {
  test('have the runner’s grammar', (context) => {
    const lines = report(context, 'github', { '2018-06-26.md': broken }).trimEnd().split('\n');
    const commands = lines.filter((line) => line.startsWith('::'));
    assert.equal(commands.length, 4);
    for (const line of commands) {
      const { properties = '' } = command.exec(line)?.groups ?? {};
      const names = properties.split(',').map((property) => property.split('=')[0]);
      assert.deepEqual(
        names.filter((name) => !/^(file|line|endLine|col|endColumn|title)$/.test(name ?? '')),
        [],
      );
    }
  });

  test('no text of minutes becomes a command or a property', (context) => {
    const hostile = broken.replace('Descisions', 'Descisions, ::add-mask::x ##[group] 100%');
    const name = 'a,b%:: 2018-06-26.md';
    const lines = report(context, 'github', { [name]: hostile })
      .trimEnd()
      .split('\n');
    for (const line of lines) {
      assert.ok(command.test(line) || /^- (?!.*##\[)/.test(line), line);
      assert.ok(
        !line.startsWith('::') || line.includes('file=a%2Cb%25%3A%3A 2018-06-26.md,'),
        line,
      );
    }
  });

  test('the gravest come first, and what GitHub would drop follows in a group', (context) => {
    const sections = Array.from(
      { length: 14 },
      (_, index) => `## Part ${'abcdefghijklmn'.charAt(index)}x`,
    );
    const many = `---\nminutes-template: 1\nfiles: "*.md"\nrules:\n  date-mismatch: error\n---\n\n# Call {date}\n\n${sections.join('\n\n')}\n`;
    const { path } = temporaryFolder(context, {
      '.minutes/call.md': many,
      '2018-06-26.md': '# Call 2018-06-27\n',
    });
    const lines = runCommand(path, ['check', '--format', 'github']).output.trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^::error .*title=date-mismatch::/);
    assert.equal(lines.filter((line) => line.startsWith('::warning ')).length, 10);
    assert.equal(lines[11], '::group::4 more');
    assert.equal(lines[16], '::endgroup::');
  });
});

test('GitLab’s issues have different fingerprints', (context) => {
  const issues = recordsIn(parseJson(report(context, 'gitlab', { '2018-06-26.md': broken })));
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 4);
  assert.deepEqual(
    issues.map(({ severity }) => severity),
    ['major', 'major', 'major', 'major'],
  );
});

test('reviewdog gets columns in UTF-8 bytes, and safe fixes as suggestions', (context) => {
  const text = sound.replace('## Decisions', '## Décisionss');
  const [line = ''] = report(context, 'rdjsonl', { '2018-06-26.md': text }).split('\n');
  const diagnostic = parseJson(line);
  assert.ok(isRecord(diagnostic) && isRecord(diagnostic.location));
  const range = { start: { line: 11, column: 4 }, end: { line: 11, column: 15 } };
  assert.deepEqual(diagnostic.location.range, range);
  assert.deepEqual(diagnostic.suggestions, [{ range, text: 'Decisions' }]);
});

test('the compact form is that of compilers', (context) => {
  assert.match(
    report(context, 'compact', { '2018-06-26.md': broken }),
    /^2018-06-26\.md:11:4: warning: .* \[misspelled-section\]$/m,
  );
});

test('the Markdown summary shows minutes’ words as text', (context) => {
  const text = broken.replace('Descisions', 'Descisions | [x](http://y) @z');
  const summary = report(context, 'markdown', { '2018-06-26.md': text });
  const rows = summary.split('\n').filter((line) => line.startsWith('| '));
  assert.ok(rows.length > 2);
  for (const row of rows) assert.equal(row.split('|').length, 6, row);
  assert.doesNotMatch(summary, /@z|\]\(/);
});

suite('several outputs', () => {
  test('each file gets the format before it, the standard output the one without a file', (context) => {
    const { path } = temporaryFolder(context, { ...claimed, '2018-06-26.md': broken });
    const args = ['--format', 'sarif', '--output', 'a.sarif', '--format', 'compact'];
    const { code, output } = runCommand(path, ['check', ...args]);
    assert.equal(code, 1);
    assert.match(output, /^2018-06-26\.md:/);
    assert.match(readFileSync(join(path, 'a.sarif'), 'utf8'), /^\{"\$schema"/);
  });

  test('a file that can’t be written fails the run', (context) => {
    const { path } = temporaryFolder(context, { ...claimed, '2018-06-26.md': sound });
    const args = ['check', '--format', 'json', '--output', 'no/such/folder.json'];
    const { code, errors } = runCommand(path, args);
    assert.equal(code, 2);
    assert.equal(errors, 'minutes: no/such/folder.json: does not exist\n');
  });

  test('two files for one format are refused', (context) => {
    const { path } = temporaryFolder(context, { ...claimed });
    const { code, errors } = runCommand(path, ['check', '--output', 'a', '--output', 'b']);
    assert.equal(code, 2);
    assert.equal(errors, 'error: each --output needs a --format before it\n');
  });
});
