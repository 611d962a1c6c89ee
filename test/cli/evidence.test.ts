import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRecord } from '../../server/src/core/text/is-record.ts';
import { runCommand } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const template = `---
minutes-template: 1
files: "calls/*.md"
---

# Call {date}

## Agenda

## Scribe

## Actions
`;

/** Twelve calls, of which the first five have a scribe, and the last one lacks its actions. */
const files: Readonly<Record<string, string>> = {
  '.git/HEAD': '',
  '.minutes/call.md': template,
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => {
      const date = `2018-${String(index + 1).padStart(2, '0')}-01`;
      const scribe = index < 5 ? '## Scribe\n\nAda\n\n' : '';
      const actions = index === 11 ? '' : '## Actions\n\n- Paint\n';
      return [`calls/${date}.md`, `# Call ${date}\n\n## Agenda\n\n${scribe}${actions}`];
    }),
  ),
};

test('a file has the same findings alone, in its folder and as standard input', (context) => {
  const { path } = temporaryFolder(context, files);
  const check = (args: readonly string[], input?: string): string =>
    runCommand(path, ['check', '--format=json', '--min-severity=hint', ...args], input).output;
  const all = check(['.']);
  for (const [name, text] of Object.entries(files)) {
    if (!name.startsWith('calls/')) continue;
    const inFolder = findingsOf(all, name);
    assert.deepEqual(findingsOf(check([name]), name), inFolder, name);
    assert.deepEqual(findingsOf(check(['-', `--stdin-filename=${name}`], text), name), inFolder);
  }
  assert.equal(findingsOf(all, '.minutes/call.md').length, 1);
  assert.deepEqual(
    findingsOf(check(['calls/2018-01-01.md']), '.minutes/call.md'),
    findingsOf(all, '.minutes/call.md'),
  );
});

test('what most minutes do is a hint that no repair touches, and a slip of one is a warning', (context) => {
  const { path } = temporaryFolder(context, files);
  const { output } = runCommand(path, ['check', 'calls']);
  assert.match(output, /calls\/2018-12-01\.md:\d+:\d+ warning missing-section .*“Actions”/);
  assert.doesNotMatch(output, /Scribe/);
  runCommand(path, ['fix', '.']);
  const again = runCommand(path, ['check', '.']);
  assert.equal(again.code, 0, again.output);
});

test('minutes whose titles number them are evidence in the order of their numbers', (context) => {
  const numbered = template.replace('# Call {date}', '# Call {number}');
  const name = (number: number): string =>
    `calls/${'qwertyuiopasdfghjklzxcvbnm'.charAt((number * 7) % 26)}${String(number % 3)}.md`;
  const { path } = temporaryFolder(context, {
    '.git/HEAD': '',
    '.minutes/call.md': numbered,
    ...Object.fromEntries(
      Array.from({ length: 26 }, (_, index) => {
        const number = index + 1;
        const scribe = number <= 13 && number !== 2 ? '## Scribe\n\nAda\n\n' : '';
        return [
          name(number),
          `# Call ${String(number)}\n\n## Agenda\n\n${scribe}## Actions\n\n- Paint\n`,
        ];
      }),
    ),
  });
  const { output } = runCommand(path, [
    'check',
    '--min-severity=hint',
    '--rule=missing-section',
    'calls',
  ]);
  const warned = output.split('\n').filter((line) => line.includes(' warning '));
  assert.deepEqual(
    warned.map((line) => line.slice(0, line.indexOf(':'))),
    [name(2)],
    output,
  );
});

function findingsOf(json: string, path: string): readonly unknown[] {
  const report: unknown = JSON.parse(json);
  const all: unknown[] = isRecord(report) && Array.isArray(report.files) ? report.files : [];
  const file = all.find((each) => isRecord(each) && each.path === path);
  return isRecord(file) && Array.isArray(file.findings) ? file.findings : [];
}
